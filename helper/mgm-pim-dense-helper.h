/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_HELPER_H
#define MGM_PIM_DENSE_HELPER_H

#include "ns3/application-container.h"
#include "ns3/mgm-pim-dense-router.h"
#include "ns3/node-container.h"
#include "ns3/object-factory.h"

#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Installs routers of PIM dense mode; their nodes have a group manager (MgmHelper).
 */
class PimDenseHelper
{
  public:
    PimDenseHelper();

    /**
     * @brief Sets an attribute of the routers to come.
     * @param name name of an attribute of PimDenseRouter
     * @param value its value
     */
    void SetAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Sets a parameter of RFC 3973 of the routers to come.
     * @param name name of an attribute of PimDenseTib
     * @param value its value
     */
    void SetTibAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Sets an attribute of all interfaces of the routers to come.
     * @param name name of an attribute of PimInterface
     * @param value its value
     */
    void SetInterfaceAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Installs a router without interfaces.
     * @param node the node
     * @return the router
     */
    Ptr<PimDenseRouter> InstallBare(Ptr<Node> node) const;

    /**
     * @brief Installs a router on each node, with all interfaces that have an address but the
     * loopback.
     * @param nodes the nodes
     * @return the routers
     */
    ApplicationContainer Install(const NodeContainer& nodes) const;

    /**
     * @brief Fixes the random streams of routers.
     * @param routers the routers
     * @param stream first stream number
     * @return the number of streams used
     */
    static int64_t AssignStreams(const ApplicationContainer& routers, int64_t stream);

  private:
    /// Attributes with their values.
    using Attributes = std::vector<std::pair<std::string, Ptr<const AttributeValue>>>;

    ObjectFactory m_factory;          ///< makes routers
    Attributes m_tibAttributes;       ///< of the Tree Information Bases
    Attributes m_interfaceAttributes; ///< of the interfaces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_HELPER_H
