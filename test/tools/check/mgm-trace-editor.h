/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_EDITOR_H
#define MGM_TRACE_EDITOR_H

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Edits a trace, to make a rule fail on purpose.
 *
 * An edit is a sentence. PATTERN names the first record that fits: `KIND [OP] [COLUMN=VALUE ...]
 * [#N]`, where #N is the N-th one. VALUES are `COLUMN=VALUE ...`; a value of `-` removes the
 * column, and a low line in a pattern stands for a blank.
 *
 * | edit | meaning |
 * |---|---|
 * | `drop PATTERN` | removes a record |
 * | `drop-all PATTERN` | removes all records that fit |
 * | `drop-caused KIND PATTERN` | removes all records of a kind that the record has caused |
 * | `drop-whole PATTERN` | removes a call or callback, its return and all between |
 * | `copy PATTERN before\|after PATTERN [: VALUES]` | inserts a changed copy |
 * | `copy-whole PATTERN before\|after PATTERN [: VALUES]` | the same for all up to the return |
 * | `move PATTERN before\|after PATTERN` | moves a record |
 * | `move-whole PATTERN before\|after PATTERN` | moves all up to the return |
 * | `set PATTERN : VALUES` | changes a record |
 * | `set-pair PATTERN : VALUES` | changes a call or callback and its return |
 * | `cut before\|after PATTERN` | removes all records before or after one |
 *
 * What is copied or moved takes the time and the depth of its new place, and within a call that as
 * its cause. Causes follow their records; the cause of what a removed record caused is that
 * record's own cause. Numbers are those of the first trace until Renumber() is called.
 */
class TraceEditor
{
  public:
    using Json = nlohmann::ordered_json; ///< JSON with members in order

    /// @param text a trace as JSON lines
    explicit TraceEditor(const std::string& text);

    /**
     * @brief Makes an edit.
     * @param edit the sentence
     */
    void Edit(const std::string& edit);

    /// @brief Numbers the records anew, and their causes.
    void Renumber();

    /// @return the trace as JSON lines
    std::string ToText() const;

  private:
    using Words = std::vector<std::string>; ///< words of a sentence

    /// Places of a record and of the one behind its last.
    struct Range
    {
        std::size_t first; ///< place of the first record
        std::size_t last;  ///< place behind the last record
    };

    static bool Fits(const Json& record, const Words& pattern);
    static void Set(Json& record, const Words& values);
    void Change(std::size_t place, bool isPair, const Words& values);
    std::size_t Find(const Words& pattern) const;
    std::size_t FindReturn(std::size_t enter) const;
    Range FindRange(const Words& pattern, bool isWhole) const;
    void Remove(const Range& range);
    void Insert(std::vector<Json> records, std::size_t place, const Words& values);
    void RemoveCaused(const Words& words);
    void Place(const Words& words, bool isWhole, bool isCopy);
    void Cut(const Words& words);

    std::string m_header;        ///< the first line
    std::vector<Json> m_records; ///< the records
    uint64_t m_fresh{1000000};   ///< the next number for a copy
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_EDITOR_H
