/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCRIPTED_PROTOCOL_HELPER_H
#define MGM_SCRIPTED_PROTOCOL_HELPER_H

#include "ns3/application-container.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-scripted-protocol.h"
#include "ns3/node-container.h"
#include "ns3/object-factory.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Installs scripted protocols, which are PIM-like unless they get another script.
 */
class ScriptedProtocolHelper
{
  public:
    /**
     * @param name name of the protocol in traces
     * @param id what it registers as
     */
    ScriptedProtocolHelper(const std::string& name, ClientId id);

    /**
     * @brief Sets an attribute of the protocols to come.
     * @param name name of an attribute of ScriptedProtocol
     * @param value its value
     */
    void SetAttribute(const std::string& name, const AttributeValue& value);

    /// @brief Sets what the protocols to come do.
    /// @param script the script
    void SetScript(const Script& script);

    /**
     * @brief Installs a protocol.
     * @param node the node; it has a group manager
     * @return the protocol
     */
    Ptr<ScriptedProtocol> Install(Ptr<Node> node) const;

    /**
     * @brief Installs a protocol on each node.
     * @param nodes the nodes; they have a group manager
     * @return the protocols
     */
    ApplicationContainer Install(const NodeContainer& nodes) const;

    /**
     * @brief Fixes the random streams of protocols.
     * @param protocols the protocols
     * @param stream first stream number
     * @return the number of streams used
     */
    static int64_t AssignStreams(const ApplicationContainer& protocols, int64_t stream);

  private:
    ObjectFactory m_factory;        ///< makes protocols
    std::optional<Script> m_script; ///< what they do, if not what they do by default
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCRIPTED_PROTOCOL_HELPER_H
