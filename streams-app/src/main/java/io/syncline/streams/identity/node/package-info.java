/**
 * Nodes: one for each source record, which together find the groups that their links make.
 *
 * <p>Nodes know of each other only by messages, whose order between two nodes is kept, and between
 * others is not. A group has one <em>owner</em>, its oldest node, which has a report of every node
 * in it. Only its owner gives a node away, so a node has one owner at any moment; whoever is asked
 * and does not own passes on. Where a link leads out of a group, its owner asks for the other's
 * owner, and the younger gives its nodes to the older. Where links went, the owner sets free what
 * no link connects with it. What a node is, its owner tells it; what it publishes, it alone
 * publishes.
 */
@NullMarked
package io.syncline.streams.identity.node;

import org.jspecify.annotations.NullMarked;
