/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-html.h"

#include "mgm-ladder-page.h"
#include "mgm-ladder-svg.h"
#include "mgm-svg-writer.h"

namespace ns3
{
namespace mgm
{

void
WriteLadderHtml(const std::vector<LadderModel>& models,
                const LadderOptions& options,
                std::ostream& os)
{
    os << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
       << EscapeXml(models.front().title) << "</title>\n<style>" << GetLadderPageStyle()
       << "</style>\n</head>\n<body>\n"
       << GetLadderPageBar() << "<main id=\"view\">\n";
    WriteLadderSvg(models, options, os);
    os << "</main>\n<pre id=\"record\" hidden></pre>\n<script>" << GetLadderPageScript()
       << "</script>\n</body>\n</html>\n";
}

} // namespace mgm
} // namespace ns3
