// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/twins.h"

#include "core/crypto/sha256.h"
#include "tests/sim/night.h"

#include <algorithm>
#include <stdexcept>

namespace ob::sim {
namespace {

/// A frame as it came.
struct Heard {
    std::int64_t at = 0;
    DeskNumber by = 0;
    net::FrameType type{};
    std::size_t bytes = 0;
    core::Hash content{};
    friend bool operator==(Heard const&, Heard const&) = default;
};

std::string textOf(Heard const& heard) {
    return "a frame of type " + std::to_string(static_cast<int>(heard.type)) + " and "
           + std::to_string(heard.bytes) + " bytes to desk " + std::to_string(heard.by) + " at "
           + std::to_string(heard.at % 100'000'000) + " ms";
}

class Twin {
  public:
    Twin(std::uint64_t seed, core::AgencyIndex agency, Planted fault, Secrets::Numbers changed = {})
        : m_agency(agency), m_night(seed, fault, std::move(changed)) {
        world().overhear = [this](DeskNumber to, net::FrameType type, core::Bytes const& payload) {
            if (world().node(to).agency() != m_agency) return;
            m_heard.push_back({world().now(), to, type, payload.size(), core::sha256(payload)});
        };
    }
    /// With a planted fault the night may end in any way.
    void play() {
        try {
            m_failure = m_night.play().failure;
        } catch (std::exception const& error) {
            m_failure = error.what();
        }
    }
    World& world() { return m_night.world(); }
    std::vector<Heard> const& heard() const { return m_heard; }
    std::string const& failure() const { return m_failure; }

    std::vector<DeskNumber> desks() {
        std::vector<DeskNumber> numbers;
        for (DeskNumber number = 0; number < world().size(); ++number)
            if (world().node(number).agency() == m_agency) numbers.push_back(number);
        return numbers;
    }

  private:
    core::AgencyIndex m_agency;
    std::vector<Heard> m_heard;
    std::string m_failure;
    Night m_night;
};

/// Over all of the journal.
core::Hash digestOf(core::FakeJournal& journal) {
    core::Sha256 digest;
    auto const add = [&](core::ByteView bytes) {
        digest.add(core::viewOf(std::to_string(bytes.size()) + ':'));
        digest.add(bytes);
    };
    for (auto const& extent : journal.logs()) {
        add(extent.record.id.bytes());
        add(extent.record.certificate);
        if (extent.newestHead) add(core::viewOf(extent.newestHead->note));
        for (auto const& event : journal.eventsOf(extent.record.id)) {
            add(event.leaf.bytes());
            add(event.header);
            for (auto const& section : event.sections)
                add(section.bytes);
        }
    }
    journal.visitStreams([&](core::StreamId stream, core::StreamKind, bool onBoard) {
        add(stream.bytes());
        digest.add(onBoard ? 1 : 0);
        add(journal.snapshot(stream));
        for (auto const& event : journal.stream(stream, {}))
            add(event.leaf.bytes()); // the order of arrival
        for (auto const& entry : journal.searchEntries(stream)) {
            add(core::viewOf(entry.address));
            add(core::viewOf(entry.text));
        }
    });
    return digest.finish();
}

std::string differenceIn(std::vector<Heard> const& first, std::vector<Heard> const& second) {
    auto const [one, other] = std::mismatch(first.begin(), first.end(), second.begin(), second.end());
    if (one == first.end() && other == second.end()) return {};
    return (one == first.end() ? "nothing" : textOf(*one)) + ", with other secrets "
           + (other == second.end() ? "nothing" : textOf(*other));
}

std::string differenceAt(DeskNumber number, Twin& first, Twin& second) {
    auto& one = first.world().node(number);
    auto& other = second.world().node(number);
    std::string const who = "desk " + std::to_string(number);
    if (digestOf(one.journal()) != digestOf(other.journal())) return who + " keeps something else";
    if (one.blobs().whole() != other.blobs().whole()) return who + " keeps other attachments";
    if (one.statements().files() != other.statements().files()) return who + " keeps other statements";
    if (one.news().size() != other.news().size()) return who + " has other news";
    if (!first.world().isVirtual(number)) return {};
    auto& desk = first.world().desk(number);
    auto& twin = second.world().desk(number);
    if (desk.acknowledged() != twin.acknowledged()) return who + " acknowledged something else";
    if (desk.refusals() != twin.refusals()) return who + " refused something else";
    if (desk.isOn() != twin.isOn()) return who + " is not in both nights on";
    if (desk.isOn() && !core::areEqual(desk.desk().board(), twin.desk().board()))
        return who + " shows something else";
    return {};
}

} // namespace

TwinOutcome playTwins(std::uint64_t seed, core::AgencyIndex agency, Planted fault) {
    Twin first(seed, agency, fault);
    first.play();
    auto const hidden = first.world().hiddenFrom(agency);
    Twin second(seed, agency, fault, hidden);
    second.play();
    TwinOutcome outcome{.failure = differenceIn(first.heard(), second.heard()),
                        .frames = first.heard().size(),
                        .secrets = hidden.size(),
                        .isOther = first.world().trace() != second.world().trace()};
    if (fault == Planted::None && outcome.failure.empty()) outcome.failure = first.failure();
    if (fault == Planted::None && outcome.failure.empty()) outcome.failure = second.failure();
    for (DeskNumber const number : first.desks())
        if (outcome.failure.empty()) outcome.failure = differenceAt(number, first, second);
    return outcome;
}

} // namespace ob::sim
