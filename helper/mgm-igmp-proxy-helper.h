/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_PROXY_HELPER_H
#define MGM_IGMP_PROXY_HELPER_H

#include "ns3/mgm-igmp-proxy.h"
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
 * @brief Installs the upstream part of IGMP proxies. The downstream part is an IgmpRouter that has
 *        the other interfaces.
 */
class IgmpProxyHelper
{
  public:
    IgmpProxyHelper();

    /**
     * @brief Sets an attribute of the proxies to come.
     * @param name name of an attribute of IgmpProxy
     * @param value its value
     */
    void SetAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Sets an attribute of the host parts of the proxies to come.
     * @param name name of an attribute of IgmpHostInterface
     * @param value its value
     */
    void SetUpstreamAttribute(const std::string& name, const AttributeValue& value);

    /**
     * @brief Installs a proxy.
     * @param node the node; it has a group manager when the proxy starts
     * @param upstream index of its IPv4 interface that is upstream
     * @return the proxy
     */
    Ptr<IgmpProxy> Install(Ptr<Node> node, uint32_t upstream) const;

  private:
    /// An attribute of the host part.
    using UpstreamAttribute = std::pair<std::string, Ptr<const AttributeValue>>;

    ObjectFactory m_factory;                             ///< makes proxies
    std::vector<UpstreamAttribute> m_upstreamAttributes; ///< of their host parts
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_PROXY_HELPER_H
