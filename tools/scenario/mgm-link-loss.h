/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LINK_LOSS_H
#define MGM_LINK_LOSS_H

#include "ns3/error-model.h"
#include "ns3/net-device.h"
#include "ns3/nstime.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Loses the next packets of a link, each at all devices that would receive it.
 *
 * All devices of the link share one. What arrives at several of them in one instant is one packet.
 */
class LinkLoss : public ErrorModel
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    /**
     * @brief Makes the devices of a link lose what this says.
     * @param device a device of the link
     */
    void Attach(const Ptr<NetDevice>& device);

    /**
     * @brief Loses more packets.
     * @param packets how many
     */
    void LoseNext(uint32_t packets)
    {
        m_left += packets;
    }

  private:
    bool DoCorrupt(Ptr<Packet> packet) override;
    void DoReset() override;

    uint64_t m_left{0};    ///< packets that will be lost
    uint64_t m_lastUid{0}; ///< the packet that was lost last
    Time m_lastTime{-1};   ///< when it was lost
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LINK_LOSS_H
