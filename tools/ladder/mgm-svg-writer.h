/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SVG_WRITER_H
#define MGM_SVG_WRITER_H

#include <ostream>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @param text a text
 * @return it as XML holds it: valid UTF-8 without control characters, with markup escaped
 */
std::string EscapeXml(std::string_view text);

/**
 * @param number a length or a place [px]
 * @return it with at most one decimal
 */
std::string SvgNumber(double number);

/**
 * @ingroup mgm
 * @brief Writes the few elements of SVG that a diagram needs. All texts are escaped.
 */
class SvgWriter
{
  public:
    /// @param os where to write
    explicit SvgWriter(std::ostream& os);

    /**
     * @brief Begins a group.
     * @param style its class
     * @param attributes further attributes, as XML
     */
    void Begin(std::string_view style, const std::string& attributes = "");

    /// Ends the group.
    void End();

    /// @param text what shows when the pointer rests on the group
    void Title(std::string_view text);

    /// Draws a line of a class from one place to another.
    void Line(std::string_view style, double x1, double y1, double x2, double y2);

    /// Draws a rectangle of a class.
    void Rect(std::string_view style, double x, double y, double width, double height);

    /**
     * @brief Draws a path.
     * @param style its class
     * @param path its data
     */
    void Path(std::string_view style, const std::string& path);

    /**
     * @brief Writes a text.
     * @param style its class
     * @param x where it begins, ends, or has its middle, as the class says
     * @param y its base line
     * @param text the text
     */
    void Text(std::string_view style, double x, double y, std::string_view text);

    /// @return where to write anything else
    std::ostream& GetStream()
    {
        return m_os;
    }

  private:
    std::ostream& m_os; ///< where to write
};

/**
 * @brief Makes the data of a path.
 * @param x where it begins
 * @param y where it begins
 * @param steps what follows, relative to that
 * @return the data
 */
std::string SvgPathAt(double x, double y, const std::string& steps);

} // namespace mgm
} // namespace ns3

#endif // MGM_SVG_WRITER_H
