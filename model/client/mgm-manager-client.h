/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MANAGER_CLIENT_H
#define MGM_MANAGER_CLIENT_H

#include "mgm-client-life.h"

#include "ns3/event-id.h"
#include "ns3/mgm-client-callbacks.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-streamed-application.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <set>
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
 * is refused, and can be stopped, crashed and started again at any time, also inside a callback. A
 * protocol overrides what it cares about: functions called On... are told something, and do nothing
 * here.
 *
 * **Who owns what.** The machine of mgm-client-life.h knows how far the client has come, and
 * nothing else does: there are no flags beside it. The client owns its handle, the interfaces it
 * holds, the ones still to be taken and the ones that were refused. Who has an interface is the
 * manager's business. A protocol owns what it learns; it forgets that in OnStopping() and
 * OnFailed().
 *
 * **Which events arrive.** START, STOP and FAIL from outside (the times of the application, a
 * scenario, a callback of another client); DONE and REFUSED from the calls of the present state;
 * RETRY from the timer after a refusal. The nine callbacks of the manager go to the protocol and
 * never to the machine.
 *
 * **In which order.** One call is made at a time, the next one when it has returned in simulated
 * time (mgm-spec section 5) and its own waiting time is over: the attributes RegisterDelay to
 * DeregisterDelay, drawn before each call, none by default. An interface that is refused waits
 * until all others were asked for. The start-up goes on when at least one was taken; the client
 * asks for the rest again after RetryDelay while it serves, and with none taken, before it goes on.
 *
 * **What must hold.**
 * - What was waited for before a STOP or a FAIL reaches nobody: each of them ends the turn, and
 * what belongs to an earlier turn is dropped, also when the client was stopped in a callback of its
 * own call.
 * - An interface counts as held before it is taken, in whose callbacks the client may be stopped,
 *   and not any more while it is released. Only what it holds is told to OnLocalJoin() and
 *   OnLocalLeave().
 * - A registration that died with the manager (REG-6) needs no call to end; no step waits for it.
 */
class ManagerClient : public StreamedApplication
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    ManagerClient();
    ~ManagerClient() override;

    /**
     * @brief Sets the interfaces that the client takes, in this order; takes effect at the next
     * start.
     * @param interfaces the interfaces; all of the node's but the loopback unless set
     */
    void SetInterfaces(const std::vector<InterfaceId>& interfaces);

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

    /// @return whether its start-up is done and it has not been told to stop
    bool IsServing() const;

    /// @return handle of its registration; null if it is not registered
    ClientHandle GetHandle() const;

    /// @return the interfaces that it holds or is taking
    const std::set<InterfaceId>& GetHeld() const;

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

    /// @return what it registers to be called with: all nine callbacks, which go to the functions
    ///         below. One that shall not be offered is left null.
    virtual ClientCallbacks MakeCallbacks();

    /// @return whether its start-up asks who has its interfaces (SEQ-1, step 2)
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

    /// @brief It owns an interface.
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
     * @name The nine callbacks (mgm-spec section 4)
     * @{
     */

    /// @brief RPF (MFE-1).
    /// @param query what is asked, and in/out what may be changed
    virtual void OnRpf(RpfQuery& query);

    /**
     * @brief CREATION_ALERT (MFE-1).
     * @param entry source and group
     * @param incoming incoming interface
     * @param interfaces in/out: its interfaces among the outgoing ones
     */
    virtual void OnCreationAlert(const SourceGroup& entry,
                                 const InterfaceId& incoming,
                                 std::vector<InterfaceEntry>& interfaces);

    /**
     * @brief PRUNE_ALERT (ALR-2, ALR-3, MFE-4).
     * @param entry what is not wanted any more
     * @param interface the interface it was wanted on
     * @param memberDelete whether it is about memberships
     * @param timeout in/out: how long the forwarding entry stays cached
     */
    virtual void OnPruneAlert(const SourceGroup& entry,
                              const InterfaceId& interface,
                              bool memberDelete,
                              Time& timeout);

    /**
     * @brief JOIN_ALERT (ALR-1, ALR-3, MFE-4).
     * @param entry what is wanted
     * @param memberUpdate whether it is about memberships
     */
    virtual void OnJoinAlert(const SourceGroup& entry, bool memberUpdate);

    /**
     * @brief WRONG_IF (MFE-3).
     * @param key source and group
     * @param arrival the interface on which the packet arrived
     * @param header its IP header
     */
    virtual void OnWrongIf(const SourceGroup& key,
                           const InterfaceId& arrival,
                           const Ipv4Header& header);

    /**
     * @brief LOCAL_JOIN (MBR-4), on an interface that it holds.
     * @param entry what IGMP has added
     * @param interface where
     */
    virtual void OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface);

    /**
     * @brief LOCAL_LEAVE (MBR-4), on an interface that it holds.
     * @param entry what IGMP has deleted
     * @param interface where
     */
    virtual void OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface);

    /// @brief DISABLE_IGMP (OWN-3), if it is IGMP.
    /// @param interface the interface
    virtual void OnDisableIgmp(const InterfaceId& interface);

    /// @brief ENABLE_IGMP (OWN-3), if it is IGMP. It adds nothing inside (OWN-4).
    /// @param interface the interface
    virtual void OnEnableIgmp(const InterfaceId& interface);

    /** @} */

    /// @return the manager of the node
    Ptr<MulticastGroupManager> GetManager() const;

  private:
    using Call = void (ManagerClient::*)();     ///< one call of the manager, and what follows
    using Delay = Ptr<RandomVariableStream>;    ///< a waiting time
    using Interfaces = std::deque<InterfaceId>; ///< some interfaces, in order

    void StartApplication() override;
    void StopApplication() override;

    /// @brief Handles an event.
    /// @param event the event
    void Step(Event event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(Action action);

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

    /// @brief Begins the enumeration, or is done.
    void Enumerate();

    /// @brief Says that the start-up is done; what was refused is asked for again.
    void Serve();

    /// @brief Is not registered any more.
    void Part();

    /// @brief Asks about the next interface, or is done.
    void AskNext();

    /// @brief Takes the next interface, or is done.
    void TakeNext();

    /**
     * @brief The call that takes an interface has returned.
     * @param interface the interface
     * @param status what the manager answered
     */
    void FinishTaking(const InterfaceId& interface, Status status);

    /// @brief Releases the next interface, or is done.
    void ReleaseNext();

    /// @brief Begins the shut-down.
    void Leave();

    /// @brief Is gone.
    void Vanish();

    /// @brief Asks again later.
    void Wait();

    /// @brief Goes on after a refusal.
    /// @param step what was refused
    /// @param status why
    void Refuse(ClientStep step, Status status);

    /// @return whether the manager knows the registration
    bool IsRegistered() const;

    /// @brief Ends the turn: nothing that was waited for happens any more.
    void EndTurn();

    /**
     * @brief Does something in which the client may be stopped or crashed.
     * @param act what
     * @return whether the turn goes on
     */
    bool GoesOn(const std::function<void()>& act);

    /// @brief Makes a call when its waiting time is over: now if there is none.
    /// @param step whose waiting time
    /// @param call the call
    void CallAfterDelay(ClientStep step, Call call);

    /// @brief Does something later in this turn.
    /// @param delay when
    /// @param next what
    void Schedule(Time delay, std::function<void()> next);

    /// @brief Goes on when the calls so far have returned, unless the turn has ended meanwhile.
    /// @param next what comes next
    void GoOnWhenReturned(std::function<void()> next);

    /// @return the interfaces to take
    std::vector<InterfaceId> GetInterfaces() const;

    /// @brief Takes the callbacks that are about memberships.
    /// @param[out] callbacks the callbacks
    void TakeMembershipCallbacks(ClientCallbacks& callbacks);

    /// @brief Takes the callbacks that are about forwarding entries.
    /// @param[out] callbacks the callbacks
    void TakeForwardingCallbacks(ClientCallbacks& callbacks);

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

    StateMachine<CLIENT_LIFE_TABLE> m_machine; ///< how far it has come
    ClientHandle m_handle;                     ///< its registration
    std::set<InterfaceId> m_held;              ///< interfaces that it holds or is taking
    Interfaces m_toAsk;                        ///< interfaces to ask about
    Interfaces m_toTake;                       ///< interfaces to take
    Interfaces m_refused;                      ///< interfaces to ask for again
    Interfaces m_toRelease;                    ///< interfaces to release
    EnumerationHandle m_enumeration;           ///< enumeration in progress
    uint64_t m_turn{0};                        ///< number of the turn
    EventId m_next;                            ///< what the turn waits for
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MANAGER_CLIENT_H
