/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-model.h"

namespace ns3
{
namespace mgm
{

std::string
LadderTenure::ToText() const
{
    if (isChanging)
    {
        return "changing";
    }
    if (owner.empty())
    {
        return igmp.empty() ? "nobody" : igmp;
    }
    return igmp.empty() ? owner : owner + " + " + igmp;
}

} // namespace mgm
} // namespace ns3
