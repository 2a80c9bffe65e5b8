/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_SCHEMA_H
#define MGM_EXPERIMENT_SCHEMA_H

#include <string>

namespace ns3
{
namespace mgm
{

/// @return the JSON Schema of experiments: the text of doc/experiment.schema.json when this was
/// built
const std::string& GetExperimentSchema();

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_SCHEMA_H
