// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_fold: how fast streams fold, one event after the other, all at once, and with two branches.
#include "core/fold/stream_fold.h"
#include "tests/bench/figures.h"
#include "tests/support/stream_builder.h"

#include <filesystem>

namespace ob::tests {
namespace {

using namespace core;

std::vector<AgencyIndex> const everybody{police, fire, medical};

/// The life of an incident with ten units, `rounds` times over; 83 events a round.
StreamBuilder busyIncident(std::uint32_t seed, int rounds) {
    StreamBuilder stream(seed);
    stream.create(police, openedWith(everybody), 1);
    for (int round = 0; round < rounds; ++round) {
        for (std::uint8_t unit = 0; unit < 10; ++unit) {
            stream.then(police, UnitDispatched{.unit = unitNamed(unit)});
            AssignmentId const assignment = stream.assignment(stream.last());
            for (auto const milestone :
                 {AssignmentState::Acknowledged, AssignmentState::EnRoute, AssignmentState::OnScene})
                stream.then(fire, MilestoneReached{assignment, milestone});
            stream.then(fire, NoteAdded{});
            stream.then(fire, NoteAdded{});
            stream.then(police, PrioritySet{Priority::P2});
            stream.then(fire, AssignmentCleared{assignment, *Code::of("HANDLED")});
        }
        stream.then(police, IncidentResolved{*Code::of("HANDLED")});
        stream.then(police, IncidentReopened{*Code::of("RECURRED")});
        stream.then(police, NoteAdded{});
    }
    return stream;
}

/// Two desks cut off from each other for `length` notes each.
StreamBuilder cutIncident(std::size_t length) {
    StreamBuilder stream;
    stream.create(police, openedWith(everybody), 1);
    std::size_t left = 0;
    std::size_t right = 0;
    for (std::size_t note = 0; note < length; ++note) {
        stream.add(police, PrioritySet{Priority::P1}, {left}, 2 + note);
        left = stream.last();
        stream.add(fire, PrioritySet{Priority::P3}, {right}, 2 + note);
        right = stream.last();
    }
    return stream;
}

void run() {
    Figures figures(std::filesystem::temp_directory_path());
    constexpr int repeats = 200;
    auto const straight = busyIncident(1, 3);
    auto const count = static_cast<double>(straight.events().size());
    double begin = seconds();
    for (int repeat = 0; repeat < repeats; ++repeat)
        StreamFold::of(straight.events());
    figures.print("fold.whole", repeats * count / (seconds() - begin), "events/s");

    begin = seconds();
    for (int repeat = 0; repeat < repeats; ++repeat) {
        auto fold = StreamFold::of({straight[0]});
        for (std::size_t index = 1; index < straight.events().size(); ++index)
            fold.append(straight[index]);
    }
    figures.print("fold.append", repeats * count / (seconds() - begin), "events/s");

    begin = seconds();
    for (int repeat = 0; repeat < repeats; ++repeat)
        StreamFold::restore(StreamFold::of(straight.events()).snapshot());
    figures.print("fold.snapshotAndRestore", repeats / (seconds() - begin), "streams/s");

    auto const cut = cutIncident(500);
    begin = seconds();
    for (int repeat = 0; repeat < repeats / 10; ++repeat)
        StreamFold::of(cut.events());
    figures.print("fold.refoldTwoBranches",
                  repeats / 10 * static_cast<double>(cut.events().size()) / (seconds() - begin), "events/s");
}

} // namespace
} // namespace ob::tests

int main() { ob::tests::run(); }
