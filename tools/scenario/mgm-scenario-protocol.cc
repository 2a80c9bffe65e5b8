/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-protocol.h"

#include "mgm-told-groups.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// One whose steps are data.
class OneOfScript : public ScenarioProtocol
{
  public:
    explicit OneOfScript(Ptr<ScriptedProtocol> protocol)
        : m_protocol(protocol)
    {
    }

    ClientHandle GetHandle() const override
    {
        return m_protocol->GetHandle();
    }

    std::set<SourceGroup> GetKnownGroups() const override
    {
        return m_protocol->GetKnowledge().GetAll();
    }

    void Run(const ScriptStep& step) override
    {
        m_protocol->Run(step);
    }

  private:
    Ptr<ScriptedProtocol> m_protocol;
};

/// One of a class.
class OneOfClass : public ScenarioProtocol
{
  public:
    explicit OneOfClass(Ptr<ManagerClient> client)
        : m_client(client),
          m_groups(client)
    {
    }

    ClientHandle GetHandle() const override
    {
        return m_client->GetHandle();
    }

    std::set<SourceGroup> GetKnownGroups() const override
    {
        return m_groups.GetAll();
    }

    void Run(const ScriptStep& step) override
    {
        switch (step.verb)
        {
        case ScriptVerb::REGISTER: // a step of a start-up that is held back, as those that follow
            m_client->LetGo(ClientStep::REGISTER);
            m_client->Start();
            break;
        case ScriptVerb::QUERY:
            m_client->LetGo(ClientStep::ASK);
            break;
        case ScriptVerb::TAKE:
            m_client->LetGo(ClientStep::TAKE);
            break;
        case ScriptVerb::ENUMERATE:
            m_client->LetGo(ClientStep::ENUMERATE);
            break;
        case ScriptVerb::START:
            m_client->Start();
            break;
        case ScriptVerb::STOP:
            m_client->Stop();
            break;
        default:
            m_client->Fail();
            break;
        }
    }

  private:
    Ptr<ManagerClient> m_client;
    ToldGroups m_groups;
};

} // namespace

std::shared_ptr<ScenarioProtocol>
AsScenarioProtocol(Ptr<ScriptedProtocol> protocol)
{
    return std::make_shared<OneOfScript>(protocol);
}

std::shared_ptr<ScenarioProtocol>
AsScenarioProtocol(Ptr<ManagerClient> client)
{
    return std::make_shared<OneOfClass>(client);
}

} // namespace mgm
} // namespace ns3
