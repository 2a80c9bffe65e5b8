/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-alert-chooser.h"

#include "ns3/simulation-singleton.h"

namespace ns3
{
namespace mgm
{

AlertChooser&
AlertChooser::Get()
{
    return *SimulationSingleton<AlertChooser>::Get();
}

uint32_t
AlertChooser::Choose(uint32_t count) const
{
    return m_question.IsNull() || count < 2 ? 0 : m_question(count);
}

} // namespace mgm
} // namespace ns3
