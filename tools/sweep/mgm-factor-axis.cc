/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-factor-axis.h"

#include "mgm-plot.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Most labels on an axis, and the longest text of all of them that fits side by side.
constexpr std::size_t MAX_LABELS = 24;
constexpr std::size_t MAX_TEXT = 90;

/// A name without a unit at its end, as "start_s" has one: an axis names it once.
std::string
RemoveUnit(const std::string& name, const std::string& unit)
{
    const auto end = "_" + unit;
    const bool hasUnit =
        name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
    return hasUnit ? name.substr(0, name.size() - end.size()) : name;
}

} // namespace

FactorAxis::FactorAxis(const Factor& factor)
    : m_factor(factor),
      m_isNumeric(factor.GetUnit().has_value()),
      m_title(factor.name)
{
    if (const auto unit = factor.GetUnit().value_or(""); !unit.empty())
    {
        m_title = RemoveUnit(m_title, unit) + " [" + unit + "]";
    }
}

double
FactorAxis::GetPlace(std::size_t level) const
{
    return m_isNumeric ? QuantityFromString(m_factor.levels[level].label)->GetNumber()
                       : static_cast<double>(level);
}

std::string
FactorAxis::GetScript(const std::string& axis, bool byIndex) const
{
    auto script = "set " + axis + "label " + QuoteForGnuplot(m_title) + "\n";
    const auto& levels = m_factor.levels;
    if (levels.empty() || (m_isNumeric && !byIndex))
    {
        return script;
    }
    const auto step = (levels.size() + MAX_LABELS - 1) / MAX_LABELS;
    std::string labels;
    std::size_t length = 0;
    for (std::size_t i = 0; i < levels.size(); i += step)
    {
        auto label = levels[i].label;
        if (m_isNumeric)
        {
            label.erase(label.size() - m_factor.GetUnit()->size());
        }
        labels += (labels.empty() ? "" : ", ") + QuoteForGnuplot(label) + " " + std::to_string(i);
        length += label.size() + 1;
    }
    const bool isLong = axis == "x" && length > MAX_TEXT;
    return script + "set " + axis + "range [-0.5:" + std::to_string(levels.size() - 1) + ".5]\n" +
           "set " + axis + "tics " + (isLong ? "rotate by 90 right " : "") + "(" + labels + ")\n";
}

} // namespace mgm
} // namespace ns3
