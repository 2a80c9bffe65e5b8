/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-drop-words.h"

namespace ns3
{
namespace mgm
{

void
DescribeDropWords(std::ostream& os)
{
    os << "| event | meaning |\n|---|---|\n";
    for (const auto& [word, meaning, isOfData] : DROP_WORDS)
    {
        os << "| `" << word << "` | " << meaning << " |\n";
    }
}

} // namespace mgm
} // namespace ns3
