/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-time-axis.h"

#include "mgm-ladder-labels.h"
#include "mgm-ladder-metrics.h"
#include "mgm-text-width.h"

#include <algorithm>
#include <cstdio>

namespace ns3
{
namespace mgm
{

using namespace ladder;

namespace
{

/// A length of time with two or three digits and a fitting unit, such as "7.0 s".
std::string
LengthText(int64_t lengthNs)
{
    struct Unit
    {
        double ns;
        const char* name;
    };

    constexpr double ROUNDED_UP = 0.9995;
    constexpr Unit UNITS[]{{3600e9, "h"}, {60e9, "min"}, {1e9, "s"}, {1e6, "ms"}, {1e3, "\u00B5s"}};
    for (const auto& unit : UNITS)
    {
        const auto value = static_cast<double>(lengthNs) / unit.ns;
        if (value >= ROUNDED_UP)
        {
            char text[32];
            std::snprintf(text,
                          sizeof text,
                          value < 9.95 ? "%.1f %s" : "%.0f %s",
                          value,
                          unit.name);
            return text;
        }
    }
    return std::to_string(lengthNs) + " ns";
}

/// The earliest instant of all diagrams that is not placed yet.
std::optional<int64_t>
EarliestOf(const std::vector<LadderModel>& models, const std::vector<std::size_t>& next)
{
    std::optional<int64_t> earliestNs;
    for (std::size_t i = 0; i < models.size(); ++i)
    {
        if (next[i] < models[i].instants.size())
        {
            const auto timeNs = models[i].instants[next[i]].timeNs;
            earliestNs = std::min(earliestNs.value_or(timeNs), timeNs);
        }
    }
    return earliestNs;
}

/// Number of digits behind the decimal point.
std::size_t
Decimals(const std::string& text)
{
    const auto point = text.find('.');
    return point == std::string::npos ? 0 : text.size() - point - 1;
}

} // namespace

LadderTimeAxis::LadderTimeAxis(const std::vector<LadderModel>& models, double top, int64_t foldNs)
    : m_bottom(top)
{
    for (const auto& model : models)
    {
        m_rows.emplace_back(model.rows, 0.0);
    }
    std::vector<std::size_t> next(models.size(), 0);
    while (const auto timeNs = EarliestOf(models, next))
    {
        if (m_lastNs && *timeNs - *m_lastNs >= foldNs)
        {
            AddFold(*timeNs - *m_lastNs);
        }
        AddInstant(models, next, *timeNs);
    }
    AlignTexts();
}

void
LadderTimeAxis::AddFold(int64_t lengthNs)
{
    m_folds.push_back({m_bottom + FOLD / 2 - INSTANT_GAP / 2, LengthText(lengthNs)});
    m_bottom += FOLD;
}

void
LadderTimeAxis::AddInstant(const std::vector<LadderModel>& models,
                           std::vector<std::size_t>& next,
                           int64_t timeNs)
{
    std::size_t most = 0;
    auto lastNs = timeNs;
    for (std::size_t i = 0; i < models.size(); ++i)
    {
        if (next[i] == models[i].instants.size() || models[i].instants[next[i]].timeNs != timeNs)
        {
            continue;
        }
        const auto& instant = models[i].instants[next[i]++];
        for (std::size_t k = 0; k < instant.rows; ++k)
        {
            m_rows[i][instant.firstRow + k] = m_bottom + static_cast<double>(k) * ROW;
        }
        most = std::max(most, instant.rows);
        lastNs = std::max(lastNs, instant.lastNs);
    }
    const auto bottom = m_bottom + static_cast<double>(most) * ROW;
    m_lastNs = std::max(m_lastNs.value_or(lastNs), lastNs);
    m_ticks.push_back({m_bottom, bottom, SecondsText(timeNs), timeNs, lastNs});
    m_bottom = bottom + INSTANT_GAP;
}

void
LadderTimeAxis::AlignTexts()
{
    std::size_t most = 0;
    for (const auto& tick : m_ticks)
    {
        most = std::max(most, Decimals(tick.text));
    }
    for (auto& tick : m_ticks)
    {
        const auto missing = most - Decimals(tick.text);
        const bool hasPoint = missing < most;
        tick.text += (hasPoint || most == 0 ? "" : ".") + std::string(missing, '0');
    }
}

double
LadderTimeAxis::Between(int64_t timeNs) const
{
    const auto next =
        std::find_if(m_ticks.begin(), m_ticks.end(), [timeNs](const LadderTick& each) {
            return each.timeNs >= timeNs;
        });
    if (next == m_ticks.end())
    {
        return m_bottom;
    }
    if (next == m_ticks.begin())
    {
        return next->top;
    }
    const auto& before = next[-1];
    const auto gapNs = static_cast<double>(next->timeNs - before.lastNs);
    const auto share = gapNs > 0 ? static_cast<double>(timeNs - before.lastNs) / gapNs : 1;
    return before.bottom + std::clamp(share, 0.0, 1.0) * (next->top - before.bottom);
}

double
LadderTimeAxis::GetTextWidth() const
{
    auto width = TextWidth(TITLE_TEXT, FONT);
    for (const auto& tick : m_ticks)
    {
        width = std::max(width, TextWidth(tick.text, FONT));
    }
    for (const auto& fold : m_folds)
    {
        width = std::max(width, TextWidth(fold.text, FONT));
    }
    return width;
}

} // namespace mgm
} // namespace ns3
