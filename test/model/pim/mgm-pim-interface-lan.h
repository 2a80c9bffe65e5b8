/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_INTERFACE_LAN_H
#define MGM_PIM_INTERFACE_LAN_H

#include "mgm-pim-lan.h"

#include "ns3/attribute.h"
#include "ns3/mgm-pim-interface.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A PimLan whose node under test speaks PIM. Random delays of Hellos are 2.5 s, generation
 * ids count from 100.
 */
class PimInterfaceLan : public PimLan, protected PimInterfaceListener
{
  protected:
    void SetUp() override;
    void TearDown() override;

    /// @brief Sets an attribute. @param name its name @param value its value
    void Set(const std::string& name, const AttributeValue& value);

    /// @brief Serves the LAN. @param at when
    void ServeAt(Time at = Time(0));

    /// @brief Has the peer say Hello. @param at when @param options its options
    void SayHello(Time at, const std::vector<PimHelloOption>& options);

    /// @brief Has a third router say Hello.
    /// @param at when @param source its address @param options the options of the Hello
    void SayHelloFrom(Time at, const char* source, const std::vector<PimHelloOption>& options);

    /// @return times at which the peer heard a Hello [s]
    std::vector<double> GetHelloTimes() const;

    /// @return what the interface has told, one line each: "TIME WHAT", without messages
    std::vector<std::string> GetNews() const;

    Ptr<PimInterface> m_interface;        ///< the interface under test
    std::vector<PimReception> m_messages; ///< what it has received but Hellos

    void OnInService() override;
    void OnOutOfService() override;
    void OnAddressChanged() override;
    void OnNeighborUp(const PimNeighbor& neighbor) override;
    void OnNeighborRestarted(const PimNeighbor& neighbor) override;
    void OnNeighborDown(const PimNeighbor& neighbor) override;
    void OnDrChanged() override;
    void OnLanDelaysChanged() override;
    void OnMessage(const PimReception& reception) override;

  private:
    /// @brief Notes a line of news. @param what it
    void Note(const std::string& what);

    std::vector<std::string> m_news; ///< what the interface has told
};

/**
 * @ingroup tests
 * @param address an address
 * @return the same in digits and dots
 */
std::string ToText(Ipv4Address address);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_INTERFACE_LAN_H
