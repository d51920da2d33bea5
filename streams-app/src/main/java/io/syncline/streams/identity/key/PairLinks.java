package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyMember;
import io.syncline.streams.identity.match.Evidence;
import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchKey;
import io.syncline.streams.identity.match.MatchRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Links of a key whose rule compares: each pair that is a match; a person is asked of others. */
final class PairLinks implements Linking {
  private final KeyLinks links;
  private final MatchRules rules;

  PairLinks(KeyLinks links, MatchRules rules) {
    this.links = links;
    this.rules = rules;
  }

  @Override
  public void add(KeyMember member, Supplier<List<KeyMember>> others) {
    others.get().forEach(other -> settle(member, other, Optional.empty(), compare(member, other)));
  }

  @Override
  public void remove(KeyMember member, Supplier<List<KeyMember>> others) {
    others.get().forEach(other -> settle(member, other, compare(member, other), Optional.empty()));
  }

  @Override
  public void replace(KeyMember before, KeyMember now, Supplier<List<KeyMember>> all) {
    all.get().stream()
        .filter(other -> !other.getNode().getNode().equals(now.getNode().getNode()))
        .forEach(other -> settle(now, other, compare(before, other), compare(now, other)));
  }

  @Override
  public void linkAll(List<KeyMember> members) {
    for (var at = 0; at < members.size(); at++) {
      var before = members.subList(0, at);
      add(members.get(at), () -> before);
    }
  }

  @Override
  public void unlinkAll(List<KeyMember> members) {
    for (var at = 0; at < members.size(); at++) {
      var before = members.subList(0, at);
      remove(members.get(at), () -> before);
    }
  }

  @Override
  public void restate(List<KeyMember> members, boolean paired) {
    for (var at = 0; at < members.size(); at++) {
      for (var other : members.subList(0, at)) {
        restate(members.get(at), other);
      }
    }
  }

  @Override
  public boolean isPaired() {
    return true;
  }

  private void restate(KeyMember one, KeyMember other) {
    var now = compare(one, other);
    if (!is(Verdict.MATCH, now)) {
      links.unlink(one.getNode(), other.getNode());
    }
    if (!is(Verdict.REVIEW, now)) {
      links.askNoMore(one.getNode(), other.getNode());
    }
    settle(one, other, Optional.empty(), now);
  }

  private Optional<Evidence> compare(KeyMember one, KeyMember other) {
    return rules.compare(
        MatchKey.ruleOf(links.key()),
        new Features(one.getFeatures()),
        new Features(other.getFeatures()));
  }

  private void settle(
      KeyMember one, KeyMember other, Optional<Evidence> before, Optional<Evidence> now) {
    if (before.equals(now)) {
      return;
    }
    if (is(Verdict.MATCH, now)) {
      links.link(one.getNode(), other.getNode(), now.get().score(), false);
    } else if (is(Verdict.MATCH, before)) {
      links.unlink(one.getNode(), other.getNode());
    }
    if (is(Verdict.REVIEW, now)) {
      links.ask(one.getNode(), other.getNode(), now.get().score());
    } else if (is(Verdict.REVIEW, before)) {
      links.askNoMore(one.getNode(), other.getNode());
    }
  }

  private static boolean is(Verdict verdict, Optional<Evidence> evidence) {
    return evidence.filter(it -> it.verdict() == verdict).isPresent();
  }
}
