/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OPEN_FRAMES_H
#define MGM_OPEN_FRAMES_H

#include "mgm-record-note.h"
#include "mgm-seen-interfaces.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A call or a callback that has not returned, and what was so when it was made.
 */
struct OpenFrame
{
    RecordNote enter;        ///< The record of the call.
    uint32_t client{0};      ///< Number of the registration of the client; 0: not registered.
    SeenInterface interface; ///< The interface that it is about, if there is one.
    bool isInEnable{false};  ///< Whether it is made within an ENABLE_IGMP callback of this client.
    bool hadMembership{false}; ///< Whether the client had the membership that it is about.
    bool hasChanged{false};    ///< Whether it has changed a membership so far.
};

/**
 * @ingroup mgm
 * @brief The calls and callbacks that have not returned, the outermost first.
 */
class OpenFrames
{
  public:
    /**
     * @brief Opens a frame.
     * @param frame the frame
     */
    void Open(OpenFrame frame);

    /**
     * @brief Closes the frame that a return belongs to, and those that are nested in it.
     * @param record the return
     */
    void Close(const TraceRecord& record);

    /**
     * @brief Notes that a record reports a change of memberships.
     * @param record the record
     */
    void NoteChange(const TraceRecord& record);

    /**
     * @brief Finds the frame that a return belongs to.
     * @param record the return
     * @return the frame, null if it is not open
     */
    const OpenFrame* Find(const TraceRecord& record) const;

    /**
     * @brief Finds the innermost callback on a node.
     * @param node id of the node
     * @param op name of the callback
     * @return the frame, null if there is none
     */
    const OpenFrame* FindCallback(uint32_t node, std::string_view op) const;

    /**
     * @param seq number of a record
     * @return the frame that it opened, null if it is not open
     */
    const OpenFrame* Get(uint64_t seq) const;

    /// @return the frames
    const std::vector<OpenFrame>& GetAll() const
    {
        return m_frames;
    }

  private:
    std::vector<OpenFrame> m_frames; ///< the frames
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OPEN_FRAMES_H
