/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_TEXT_H
#define MGM_TRACE_TEXT_H

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A text that is made when it is read for the first time, and never if nobody reads it.
 */
class DeferredText
{
  public:
    /// @param make makes the text; what it refers to outlives this object
    explicit DeferredText(std::function<std::string()> make)
        : m_make(std::move(make))
    {
    }

    DeferredText(const DeferredText&) = delete;
    DeferredText& operator=(const DeferredText&) = delete;

    /// @return the text
    std::string_view Get() const
    {
        if (!m_text)
        {
            m_text = m_make();
        }
        return *m_text;
    }

    /// @return whether somebody has read the text
    bool IsMade() const
    {
        return m_text.has_value();
    }

  private:
    std::function<std::string()> m_make;       ///< makes the text
    mutable std::optional<std::string> m_text; ///< the text, if it was made
};

/**
 * @ingroup mgm
 * @brief A view of a text, which need not be made yet.
 *
 * It reads like a std::string_view, and is valid as long as what it was made of.
 */
class TraceText
{
  public:
    TraceText() = default;

    /// @param text a text that is there
    template <typename Text,
              typename = std::enable_if_t<std::is_convertible_v<const Text&, std::string_view>>>
    TraceText(const Text& text)
        : m_text(text)
    {
    }

    /// @param text a text that is made when this is read
    TraceText(const DeferredText& text)
        : m_deferred(&text)
    {
    }

    /// @return the text
    operator std::string_view() const
    {
        return m_deferred ? m_deferred->Get() : m_text;
    }

    /// @return whether the text is there: if not, it is made when it is read
    bool IsMade() const
    {
        return !m_deferred || m_deferred->IsMade();
    }

    /// @return whether the text has no characters
    bool empty() const
    {
        return std::string_view(*this).empty();
    }

  private:
    std::string_view m_text;                 ///< the text, if it is there
    const DeferredText* m_deferred{nullptr}; ///< what makes it, else
};

/**
 * @name Comparison and output of texts
 * @{
 */
inline bool
operator==(const TraceText& a, std::string_view b)
{
    return std::string_view(a) == b;
}

inline std::ostream&
operator<<(std::ostream& os, const TraceText& text)
{
    return os << std::string_view(text);
}

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_TEXT_H
