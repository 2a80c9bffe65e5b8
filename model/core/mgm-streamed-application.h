/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STREAMED_APPLICATION_H
#define MGM_STREAMED_APPLICATION_H

#include "ns3/application.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An application that draws random numbers.
 *
 * ns-3's own Application declares AssignStreams() from ns-3.42 on. Whoever derives from this class
 * overrides it in each release; only here, `override` would be wrong before.
 */
class StreamedApplication : public Application
{
  public:
    /**
     * @brief Sets the random streams.
     *
     * @param stream the first stream to use
     * @return how many streams are used
     */
    virtual int64_t AssignStreams(int64_t stream) = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STREAMED_APPLICATION_H
