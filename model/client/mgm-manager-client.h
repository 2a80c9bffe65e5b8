/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MANAGER_CLIENT_H
#define MGM_MANAGER_CLIENT_H

#include "mgm-client-callback-receiver.h"
#include "mgm-client-life.h"
#include "mgm-client-turn.h"

#include "ns3/event-id.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-streamed-application.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A step of the start-up or the shut-down of a client; each call of it has its time.
 */
enum class ClientStep : uint8_t
{
    REGISTER,   ///< RegisterMProtocol.
    ASK,        ///< GetProtocolOnInterface, per interface.
    TAKE,       ///< TakeInterfaceOwnership, per interface.
    ENUMERATE,  ///< The calls of an enumeration.
    RELEASE,    ///< ReleaseInterfaceOwnership, per interface.
    DEREGISTER, ///< DeRegisterMProtocol.
    COUNT,      ///< Number of steps.
};

/**
 * @ingroup mgm
 * @brief The base of what is a client of the group manager: routing protocols, IGMP, a proxy.
 *
 * It makes the calls of SEQ-1 when it starts and those of SEQ-2 when it stops, asks again for what
 * is refused, takes and gives up single interfaces while it runs, and can be stopped, crashed and
 * started again at any time, also inside a callback. A protocol overrides what it cares about:
 * functions called On... are told something, and do nothing here.
 *
 * **Who owns what.** The machine of mgm-client-life.h knows how far the client has come, and
 * nothing else does: there are no flags beside it. ClientTurn has the next step. The client owns
 * its handle and its interfaces: each is to be taken, refused or held, and beside these there are
 * those that it gives up, of which some may be to be taken again. Who has an interface is the
 * manager's business. A protocol owns what it learns; it forgets that in OnStopping() and
 * OnFailed().
 *
 * **Which events arrive.** START, STOP and FAIL from outside (the times of the application, a
 * scenario, a callback of another client); MORE and REMOVE from the protocol, when it has another
 * interface or one less; DONE and REFUSED from the calls of the present state; RETRY from the timer
 * after a refusal. The nine callbacks of the manager go to the protocol and never to the machine.
 *
 * **In which order.** One call is made at a time, the next one when it has returned in simulated
 * time (doc/mgm.rst, Time) and its own waiting time is over: the attributes RegisterDelay to
 * DeregisterDelay, drawn before each call, none by default. An interface that is refused waits
 * until all others were asked for. The start-up goes on when at least one was taken; the client
 * asks for the rest again after RetryDelay while it serves, and with none taken, before it goes on.
 * An interface that is added is taken at once by a client that serves, and after the others by one
 * that is taking them. STOP and REMOVE do not wait for a call to return; what the manager refuses
 * because of that is released after RetryDelay. Nothing waits for an interface that was removed.
 *
 * **What must hold.**
 * - What was waited for before a STOP or a FAIL reaches nobody: each of them ends the turn, and
 *   what belongs to an earlier turn is dropped, also when the client was stopped in a callback of
 *   its own call.
 * - An interface counts as held before it is taken, in whose callbacks the client may be stopped,
 *   and not any more when it is being given up. Only what it holds is told to OnLocalJoin() and
 *   OnLocalLeave().
 * - OnOwned() is told of an interface as soon as its call has returned, unless it was removed
 *   meanwhile. One that is added again while it is given up is not asked for before that is done.
 * - A registration that has died with the manager (REG-6) needs no call to end. What waits for the
 *   return of a call then waits in vain: who crashes the manager crashes its clients (Fail()).
 */
class ManagerClient : public StreamedApplication, protected ClientCallbackReceiver
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    ManagerClient();
    ~ManagerClient() override;

    /// @brief Starts the client now; does nothing if it runs. One that is stopping starts again
    ///        afterwards.
    void Start();

    /// @brief Stops the client: it gives up its interfaces in the order of their indices, and
    ///        deregisters (SEQ-2).
    void Stop();

    /// @brief Crashes the client: it is gone without a word, and the manager cleans up after it
    ///        (REG-5), unless it has crashed as well (REG-6).
    void Fail();

    /// @return how far its start-up or shut-down has come
    ClientLifeState GetState() const;

    /// @return whether it was started, and neither stopped nor crashed since
    bool IsRunning() const;

    /// @return whether its start-up is done and it has not been told to stop
    bool IsServing() const;

    /// @return handle of its registration; null if it is not registered
    ClientHandle GetHandle() const;

    /// @return the interfaces that it holds or is taking; not those that it gives up
    const std::set<InterfaceId>& GetHeld() const;

    /**
     * @brief Says who the client is, instead of its class: several of one class need it. Takes
     *        effect when it registers next.
     * @param name what traces call it
     * @param id what it registers as (REG-2); nothing: what its class says
     */
    void SetIdentity(const std::string& name, const std::optional<ClientId>& id = {});

    /// @return what it registers as (REG-2)
    ClientId GetId() const;

    /// @return what traces call it
    std::string_view GetName() const;

    /**
     * @brief Sets the interfaces that the client takes, in this order; takes effect when it
     *        registers next. A class that chooses its interfaces itself may set others.
     * @param interfaces the interfaces, repetitions being ignored; all of the node's but the
     *        loopback unless set
     */
    void SetInterfaces(const std::vector<InterfaceId>& interfaces);

    /// @return the steps of its start-up (SEQ-1), in their order: without ASK and ENUMERATE if it
    ///         makes no such call
    std::vector<ClientStep> GetStartUp() const;

    /// @brief Holds each step of the start-up back until it is let go: for who decides on the order
    ///        of what several clients do.
    void HoldStartUp();

    /**
     * @brief Lets a step of the start-up go that is held back, once and for all: the client makes
     *        its calls as soon as it comes to them.
     * @param step the step
     */
    void LetGo(ClientStep step);

    /**
     * @brief Fixes the random streams of the waiting times that are set.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream) override;

  protected:
    using Event = ClientLifeEvent;                    ///< what can happen
    using Action = ClientLifeAction;                  ///< what is done about it
    using Row = StateMachine<CLIENT_LIFE_TABLE>::Row; ///< a transition of its life

    void DoDispose() override;

    /**
     * @name Who the client is
     * @{
     */

    /// @return what it registers as (REG-2)
    virtual ClientId GetClientId() const = 0;

    /// @return what traces call it
    virtual std::string_view GetClientName() const = 0;

    /// @return whether its start-up asks who has its interfaces (SEQ-1, step 2); of those that are
    ///         added later it does not ask
    virtual bool IsAsking() const;

    /// @return whether its start-up enumerates the groups (SEQ-1, step 4)
    virtual bool IsEnumerating() const;

    /**
     * @param interface an interface that was refused
     * @param status why
     * @return whether to ask for it again
     */
    virtual bool IsToBeRetried(const InterfaceId& interface, Status status) const;

    /// @return what the records of its transitions are about
    virtual MachineSubject GetSubject() const;

    /**
     * @param row a transition
     * @return what the trace says of it; nothing if the trace shall not tell it
     */
    virtual std::optional<TransitionWords> Describe(const Row& row) const;

    /** @} */

    /**
     * @name What it is told of its own life
     * @{
     */

    /// @brief It is going to register, or to try again: after RegisterDelay.
    virtual void OnRegistering();

    /// @brief It is registered.
    virtual void OnRegistered();

    /**
     * @brief It has asked who has an interface.
     * @param interface the interface
     * @param holder who; nothing if nobody has it (OWN-6)
     */
    virtual void OnAsked(const InterfaceId& interface, const std::optional<ClientId>& holder);

    /// @brief It is about to take an interface.
    /// @param interface the interface
    virtual void OnTaking(const InterfaceId& interface);

    /// @brief It owns an interface, and the call has returned.
    /// @param interface the interface
    virtual void OnOwned(const InterfaceId& interface);

    /**
     * @brief The manager has refused a call.
     * @param step which
     * @param status why
     * @param interface the interface it was about, if it was about one
     */
    virtual void OnRefused(ClientStep step, Status status, const InterfaceId& interface);

    /// @brief The enumeration of its start-up tells of a group that is wanted (ENU-2).
    /// @param entry (*,*), (*,g) or (s,g)
    virtual void OnGroup(const SourceGroup& entry);

    /// @brief Its start-up is done.
    virtual void OnServing();

    /// @brief It shall stop; its interfaces are still its own.
    virtual void OnStopping();

    /// @brief It has stopped; it is not registered any more.
    virtual void OnStopped();

    /// @brief It has crashed, whatever it was doing; the manager has not noticed yet.
    virtual void OnFailed();

    /** @} */

    /**
     * @name Its interfaces
     *
     * A protocol that has nothing of its own to do about them makes these functions public.
     * @{
     */

    /**
     * @brief Adds an interface, before those with greater indices. A client that serves takes it
     *        at once.
     * @param interface the interface; nothing is done about one that it has or wants already
     */
    void AddInterface(const InterfaceId& interface);

    /**
     * @brief Removes an interface. If it is held, it is given up at once, and again after
     *        RetryDelay while that is refused (OWN-10). It may be added again meanwhile.
     * @param interface the interface; it may be none of the client's
     */
    void RemoveInterface(const InterfaceId& interface);

    /** @} */

    /// @return the manager of the node
    Ptr<MulticastGroupManager> GetManager() const;

  private:
    using Call = void (ManagerClient::*)();     ///< a call, and what follows
    using Delay = Ptr<RandomVariableStream>;    ///< a waiting time
    using Interfaces = std::deque<InterfaceId>; ///< some interfaces, in order

    void StartApplication() override;
    void StopApplication() override;

    /// @param interface an interface
    /// @return whether it holds the interface
    bool ListensOn(const InterfaceId& interface) const override;

    /**
     * @brief Handles an event.
     * @param event the event
     * @param interface the interface that it is about, if it is about one
     */
    void Step(Event event, const std::optional<InterfaceId>& interface = {});

    /**
     * @brief Does what the machine says.
     * @param action the action
     * @param interface the interface that the event is about, if it is about one
     */
    void Perform(Action action, const std::optional<InterfaceId>& interface);

    /**
     * @name The calls, each of which goes on with the next one
     * @{
     */
    void Register();         ///< RegisterMProtocol.
    void Ask();              ///< GetProtocolOnInterface.
    void Take();             ///< TakeInterfaceOwnership.
    void StartEnumeration(); ///< GroupEnumerationStart.
    void ReadGroups();       ///< GroupEnumerationGetNext.
    void EndEnumeration();   ///< GroupEnumerationEnd.
    void Release();          ///< ReleaseInterfaceOwnership.
    void DeRegister();       ///< DeRegisterMProtocol.
    /** @} */

    /// @brief Lists the interfaces to take, and begins to ask about them.
    void AskAll();

    /// @brief Asks about the next interface, or is done.
    void AskNext();

    /// @brief Takes the next interface, or is done.
    void TakeNext();

    /// @brief Takes an interface.
    /// @param interface the interface
    void TakeOwnership(const InterfaceId& interface);

    /**
     * @brief The call that takes an interface has returned.
     * @param interface the interface
     * @param status what the manager answered
     */
    void FinishTaking(const InterfaceId& interface, Status status);

    /// @brief Begins the enumeration, or is done.
    void Enumerate();

    /**
     * @brief Tells of groups that were read.
     * @param entries the groups
     * @param next the call that follows
     */
    void TellGroups(const std::vector<SourceGroupEntry>& entries, Call next);

    /// @brief Says that the start-up is done; then takes what it has not got.
    void Serve();

    /// @brief Begins the shut-down.
    void Leave();

    /// @brief Begins to release all that is held or being given up.
    void ReleaseAll();

    /// @brief Releases the next interface, or is done.
    void ReleaseNext();

    /**
     * @brief Calls ReleaseInterfaceOwnership.
     * @param interface the interface
     * @return what the manager answers; nothing if the turn does not go on
     */
    std::optional<Status> GiveUp(const InterfaceId& interface);

    /// @brief Gives up an interface that was removed, after its waiting time, until it is done.
    /// @param interface the interface
    void GiveUpRemoved(const InterfaceId& interface);

    /// @brief Is not registered any more.
    void Part();

    /// @brief Is gone.
    void Vanish();

    /// @brief Goes on after a refusal.
    /// @param step what was refused
    /// @param status why
    void Refuse(ClientStep step, Status status);

    /// @return whether the manager knows the registration
    bool IsRegistered() const;

    /// @brief Ends the turn: nothing that was waited for happens any more.
    void EndTurn();

    /**
     * @brief Calls the manager, which may make callbacks in which the client is stopped or crashed.
     * @param call the call
     * @return what the manager answers; nothing if the turn does not go on
     */
    std::optional<Status> CallManager(const std::function<Status(MulticastGroupManager&)>& call);

    /// @brief Makes a call when its step is let go and its waiting time is over: now, unless it
    ///        waits for one of them.
    /// @param step whose waiting time
    /// @param call the call
    void CallAfterDelay(ClientStep step, Call call);

    /// @param step a step
    /// @return its waiting time, drawn
    Time DrawDelay(ClientStep step) const;

    /// @brief Goes on when the calls so far have returned, unless the turn has ended meanwhile.
    /// @param next what comes next
    void GoOnWhenReturned(ClientTurn::Step next);

    /// @return the interfaces of the next registration
    std::vector<InterfaceId> GetInterfaces() const;

    /// @brief Sets the waiting time of a step.
    /// @param delay the time [s]; null is none
    template <ClientStep STEP>
    void SetDelay(Delay delay);

    /// @return the waiting time of a step
    template <ClientStep STEP>
    Delay GetDelay() const;

    std::array<Delay, static_cast<std::size_t>(ClientStep::COUNT)> m_delays; ///< waiting times
    Time m_retryDelay;                                    ///< before a request is repeated
    std::optional<std::vector<InterfaceId>> m_interfaces; ///< what to take; nothing: all
    std::string m_givenName;                              ///< its name; empty: that of its class
    std::optional<ClientId> m_givenId;                    ///< its id; nothing: that of its class
    std::set<ClientStep> m_heldBack;                      ///< steps that are held back

    StateMachine<CLIENT_LIFE_TABLE> m_machine; ///< how far it has come
    ClientHandle m_handle;                     ///< its registration
    Interfaces m_toAsk;                        ///< interfaces to ask about
    Interfaces m_toTake;                       ///< interfaces to take
    Interfaces m_refused;                      ///< interfaces to ask for again
    std::set<InterfaceId> m_held;              ///< interfaces that it holds or is taking
    std::map<InterfaceId, EventId> m_givenUp;  ///< interfaces that it gives up; those that were
                                               ///< removed wait for an event each
    Interfaces m_toRelease;                    ///< interfaces that the shut-down comes to yet
    EnumerationHandle m_enumeration;           ///< enumeration in progress
    ClientTurn m_turn;                         ///< what it does next
    ClientTurn::Step m_waiting;                ///< the call that is held back, if one is
    ClientStep m_waitingFor{};                 ///< the step that it is of
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MANAGER_CLIENT_H
