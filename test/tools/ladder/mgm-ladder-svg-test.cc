/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ladder/mgm-ladder-html.h"
#include "ladder/mgm-ladder-svg.h"
#include "ladder/mgm-svg-writer.h"
#include "ladder/mgm-text-width.h"
#include "mgm-ladder-sample.h"

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace pt = boost::property_tree;

namespace
{

/// A part of a picture that a label covers.
struct Box
{
    double left;
    double top;
    double right;
    double bottom;
};

pt::ptree
Parsed(const std::string& xml)
{
    std::istringstream is(xml);
    pt::ptree tree;
    pt::read_xml(is, tree);
    return tree;
}

std::string
Drawn(const std::vector<LadderModel>& models, const LadderOptions& options = {})
{
    std::ostringstream os;
    WriteLadderSvg(models, options, os);
    return os.str();
}

/// Collects the elements of a class.
void
Find(const pt::ptree& tree, const std::string& style, std::vector<pt::ptree>& found)
{
    for (const auto& [name, child] : tree)
    {
        if (child.get("<xmlattr>.class", "") == style)
        {
            found.push_back(child);
        }
        Find(child, style, found);
    }
}

std::vector<pt::ptree>
Elements(const std::string& svg, const std::string& style)
{
    std::vector<pt::ptree> found;
    Find(Parsed(svg), style, found);
    return found;
}

std::vector<Box>
LabelBoxes(const std::string& svg)
{
    std::vector<Box> boxes;
    for (const auto& element : Elements(svg, "back"))
    {
        const auto x = element.get<double>("<xmlattr>.x");
        const auto y = element.get<double>("<xmlattr>.y");
        boxes.push_back({x,
                         y,
                         x + element.get<double>("<xmlattr>.width"),
                         y + element.get<double>("<xmlattr>.height")});
    }
    return boxes;
}

void
ExpectApart(const std::vector<Box>& boxes, double width)
{
    for (std::size_t i = 0; i < boxes.size(); ++i)
    {
        EXPECT_GE(boxes[i].left, 0);
        EXPECT_LE(boxes[i].right, width);
        for (std::size_t k = i + 1; k < boxes.size(); ++k)
        {
            const bool areApart =
                boxes[i].right <= boxes[k].left || boxes[k].right <= boxes[i].left ||
                boxes[i].bottom <= boxes[k].top || boxes[k].bottom <= boxes[i].top;
            EXPECT_TRUE(areApart) << i << " and " << k;
        }
    }
}

/// Many things of different kinds, with labels of very different lengths.
SampleTrace
CrowdedTrace(const std::string& detail)
{
    SampleTrace trace;
    for (int64_t time = 0; time < 40; ++time)
    {
        const auto& client = time % 3 == 0 ? PIM : IGMP;
        const auto call = trace.Enter(time / 3, client, "AddGroupMembershipEntry", 1);
        auto& change = trace.Change(time / 3, "membership", "absent", "add", "present");
        change.cause = call;
        change.sourceGroup = time % 2 == 0 ? SAMPLE_GROUP : SAMPLE_STREAM;
        trace.Leave(time / 3, client, "AddGroupMembershipEntry", call, Status::ERROR_NOT_FOUND, 1);
        auto& step = trace.Add(time / 3, TraceKind::EVENT, "step");
        step.node = time % 3;
        step.detail = detail;
        auto& drop = trace.Add(time / 3, TraceKind::DROP, "data");
        drop.event = detail;
        auto& sent = trace.Add(time / 3, TraceKind::PACKET_TX, "IGMPv3 Report");
        sent.node = 1;
        sent.detail = detail;
        trace.Add(time / 3, TraceKind::PACKET_RX, "IGMPv3 Report", trace.Get().size()).node =
            2 * (time % 2);
    }
    return trace;
}

} // namespace

TEST(LadderSvgTest, IsWellFormedAndSaysItsSize)
{
    const auto tree = Parsed(Drawn({LadderOf(CrowdedTrace("x"))}));
    const auto& svg = tree.get_child("svg");
    const auto width = svg.get<std::string>("<xmlattr>.width");
    const auto height = svg.get<std::string>("<xmlattr>.height");
    EXPECT_EQ(svg.get<std::string>("<xmlattr>.viewBox"), "0 0 " + width + ' ' + height);
}

TEST(LadderSvgTest, LabelsNeverOverlapNorLeaveThePicture)
{
    for (const std::string detail : {"",
                                     "short",
                                     "a text that is much longer than any lane, "
                                     "so that it has to be cut off somewhere"})
    {
        const auto model = LadderOf(CrowdedTrace(detail));
        for (const double width : {0.0, 300.0, 3000.0})
        {
            LadderOptions options;
            options.width = width;
            const auto svg = Drawn({model, model}, options);
            const auto actual = Parsed(svg).get<double>("svg.<xmlattr>.width");
            const auto boxes = LabelBoxes(svg);
            EXPECT_GT(boxes.size(), 100U);
            ExpectApart(boxes, actual);
        }
    }
}

namespace
{

/// The rectangle of the first element of a class; the legend comes last.
Box
BoxOf(const std::string& svg, const std::string& style)
{
    const auto elements = Elements(svg, style);
    EXPECT_FALSE(elements.empty()) << style;
    const auto& element = elements.at(0);
    const auto x = element.get<double>("<xmlattr>.x");
    const auto y = element.get<double>("<xmlattr>.y");
    return {x,
            y,
            x + element.get<double>("<xmlattr>.width"),
            y + element.get<double>("<xmlattr>.height")};
}

/// Where the mark of the only idle time lies.
double
FoldOf(const std::string& svg)
{
    const auto box = BoxOf(svg, "gap");
    return (box.top + box.bottom) / 2;
}

/// pim takes lan1 at 1 s; the change ends some time later. At 10 s something else happens.
SampleTrace
ChangeOfOwner(int64_t endNs)
{
    constexpr int64_t S = 1000000000;
    SampleTrace trace;
    const auto take = trace.Enter(S, PIM, "TakeInterfaceOwnership", 1);
    trace.Hold(S, "ownership-change", 1, "changing", take);
    trace.Leave(S, PIM, "TakeInterfaceOwnership", take);
    trace.Hold(endNs, "owner", 1, "pim", take);
    trace.Hold(endNs, "ownership-change", 1, "stable", take);
    trace.Call(10 * S, PIM, "AddGroupMembershipEntry", Status::NO_ERROR, 1);
    return trace;
}

} // namespace

TEST(LadderSvgTest, T3_AChangeThatTakesNoTimeDoesNotLastOverAnIdleTime)
{
    const auto svg = Drawn({LadderOf(ChangeOfOwner(1000000000))});
    const auto changing = BoxOf(svg, "tenure changing");
    EXPECT_LT(changing.bottom, FoldOf(svg));
    const auto owned = BoxOf(svg, "tenure owner1");
    EXPECT_EQ(owned.top, changing.bottom);
    EXPECT_GT(owned.bottom, FoldOf(svg));
}

/// Between 1 s and 10 s, 9 s lies nearer to the end.
TEST(LadderSvgTest, T3_AChangeEndsInAnIdleTimeWhereItEnds)
{
    LadderOptions options;
    options.states = LadderStates::NONE;
    const auto early = Drawn({LadderOf(ChangeOfOwner(2000000000), options)});
    const auto late = Drawn({LadderOf(ChangeOfOwner(9000000000), options)});
    EXPECT_LT(BoxOf(early, "tenure changing").bottom, FoldOf(early));
    EXPECT_GT(BoxOf(late, "tenure changing").bottom, FoldOf(late));
    EXPECT_EQ(BoxOf(late, "tenure owner1").top, BoxOf(late, "tenure changing").bottom);
}

TEST(LadderSvgTest, HasTheWidthThatIsAskedFor)
{
    LadderOptions options;
    options.width = 2000;
    const auto svg = Drawn({LadderOf(CrowdedTrace("x"))}, options);
    EXPECT_NEAR(Parsed(svg).get<double>("svg.<xmlattr>.width"), 2000, 40);
}

TEST(LadderSvgTest, EscapesEveryText)
{
    SampleTrace trace;
    trace.Add(0, TraceKind::EVENT, "step").detail = "<a href=\"x\">&\x01\xff</a>";
    const auto svg = Drawn({LadderOf(trace)});
    const auto labels = Elements(svg, "label");
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_EQ(labels[0].data(), "<a href=\"x\">& \uFFFD</a>");
    EXPECT_EQ(svg.find("<a href"), std::string::npos);
}

TEST(LadderSvgTest, MarksIdleTimesWithTheirLength)
{
    SampleTrace trace;
    trace.Call(0, PIM, "RegisterMProtocol");
    trace.Call(499999999, PIM, "RegisterMProtocol");
    trace.Call(7499999999, PIM, "RegisterMProtocol");
    trace.Call(8499999998, PIM, "RegisterMProtocol");
    const auto folds = Elements(Drawn({LadderOf(trace)}), "length");
    ASSERT_EQ(folds.size(), 2U);
    EXPECT_EQ(folds[0].data(), "7.0 s");
    EXPECT_EQ(folds[1].data(), "1.0 s");
}

TEST(LadderSvgTest, TimesHaveAllDigitsThatOneOfThemNeeds)
{
    SampleTrace trace;
    trace.Call(0, PIM, "RegisterMProtocol");
    trace.Call(1500000, PIM, "RegisterMProtocol");
    const auto times = Elements(Drawn({LadderOf(trace)}), "time");
    ASSERT_EQ(times.size(), 3U);
    EXPECT_EQ(times[0].data(), "0.0000");
    EXPECT_EQ(times[1].data(), "0.0015");
    EXPECT_EQ(times[2].data(), "time [s]");
}

TEST(LadderSvgTest, EqualTimesOfTwoDiagramsLieSideBySide)
{
    SampleTrace first;
    first.Call(0, PIM, "RegisterMProtocol");
    first.Call(5, PIM, "RegisterMProtocol");
    SampleTrace second;
    second.Call(0, PIM, "RegisterMProtocol");
    second.Call(0, PIM, "RegisterMProtocol");
    second.Call(3, PIM, "RegisterMProtocol");
    second.Call(5, PIM, "RegisterMProtocol");
    const auto boxes = LabelBoxes(Drawn({LadderOf(first), LadderOf(second)}));
    ASSERT_EQ(boxes.size(), 6U);
    EXPECT_EQ(boxes[0].top, boxes[2].top);
    EXPECT_EQ(boxes[1].top, boxes[5].top);
    EXPECT_LT(boxes[0].right, boxes[2].left);
}

TEST(LadderSvgTest, ThePageHoldsThePictureAndNeedsNothingElse)
{
    const auto model = LadderOf(CrowdedTrace("</script>"));
    std::ostringstream os;
    WriteLadderHtml({model}, {}, os);
    const auto page = os.str();
    EXPECT_NE(page.find(Drawn({model})), std::string::npos);
    EXPECT_EQ(page.find("src="), std::string::npos);
    EXPECT_EQ(page.find("</script>"), page.rfind("</script>"));
}

TEST(LadderSvgTest, ShortensTextsBetweenCharacters)
{
    EXPECT_EQ(Ellipsize("abc", 10, 100), "abc");
    const std::string text = "\u2192\u2192\u2192\u2192";
    EXPECT_EQ(Ellipsize(text, 10, TextWidth(text, 10) - 1), "\u2192\u2192\u2026");
    EXPECT_EQ(Ellipsize("abc", 10, 1), "");
}

} // namespace mgm
} // namespace ns3
