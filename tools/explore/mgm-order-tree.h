/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ORDER_TREE_H
#define MGM_ORDER_TREE_H

#include "mgm-explored-run.h"
#include "mgm-order-space.h"

#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief A run, and what it ran.
struct OrderRun
{
    StepOrder order;               ///< The order of the steps.
    std::vector<uint32_t> choices; ///< What was chosen first.
    ExploredRun result;            ///< What it came to.
};

/// A run that several places of the tree refer to.
using OrderRunPtr = std::shared_ptr<const OrderRun>;

/**
 * @ingroup mgm
 * @brief The tree of the orders, with sleep sets that keep equal orders out.
 *
 * A node is the first steps of orders. Each has a run through it, which tells what its next step
 * does. A step sleeps at a node if all orders that go on with it equal orders that come earlier in
 * the tree (Godefroid's sleep sets): it was explored at a node above or beside this one, and
 * commutes with each step made since.
 */
class OrderTree
{
  public:
    /// A step that sleeps.
    struct Sleeper
    {
        std::size_t step{0};                  ///< The step.
        std::shared_ptr<const Footprint> own; ///< What it does.
    };

    /// A place in the tree.
    struct Node
    {
        StepOrder prefix;              ///< The steps so far.
        std::vector<Sleeper> sleepers; ///< The steps that sleep.
        OrderRunPtr run;               ///< A run through this place; null if it has to be made.
        std::vector<uint32_t> choices; ///< What that run chooses first.
    };

    /// What is known at a node before its runs are made.
    struct Plan
    {
        StepOrder awake;               ///< Steps to go on with, in the order of exploration.
        std::vector<StepOrder> orders; ///< The order to run for each, empty if it has a run.
    };

    /**
     * @param space the orders
     * @param reduces whether steps sleep
     * @param loud the steps that commute with nothing
     */
    OrderTree(const OrderSpace& space, bool reduces, const std::vector<bool>& loud);

    /**
     * @brief Plans how to go on from a node that has a run.
     * @param node the node
     * @return the steps to go on with; none if all of them sleep, or if the order is whole
     */
    Plan MakePlan(const Node& node) const;

    /**
     * @brief Goes on from a node.
     * @param node the node
     * @param plan how to
     * @param runs a run for each step that is awake
     * @return the places it leads to
     */
    std::vector<Node> Expand(const Node& node,
                             const Plan& plan,
                             const std::vector<OrderRunPtr>& runs) const;

    /**
     * @param node a node
     * @return number of orders that are kept out there
     */
    OrderCount CountPruned(const Node& node) const;

  private:
    /**
     * @brief Tells whether a sleeper goes on sleeping after a step.
     * @param sleeper the sleeper
     * @param step the step
     * @param effect what the step does
     * @return whether the two commute
     */
    bool Commute(const Sleeper& sleeper, std::size_t step, const StepEffect& effect) const;

    /// @param node a node
    /// @param step a step
    /// @return whether it sleeps there
    static bool IsAsleep(const Node& node, std::size_t step);

    const OrderSpace& m_space; ///< the orders
    bool m_reduces;            ///< whether steps sleep
    std::vector<bool> m_loud;  ///< the steps that commute with nothing
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ORDER_TREE_H
