// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/log_bytes.h"

namespace ob::tests {

core::Bytes LogBytes::bytes(std::size_t count) {
    core::Bytes made(count);
    for (std::uint8_t& byte : made)
        byte = static_cast<std::uint8_t>(m_random());
    return made;
}

core::Hash LogBytes::hash() {
    core::Hash made;
    for (std::uint8_t& byte : made)
        byte = static_cast<std::uint8_t>(m_random());
    return made;
}

core::LogRecord LogBytes::record(bool own) {
    return {.id = m_log,
            .agency = {3},
            .deskKey = hash(),
            .nonce = hash(),
            .lane = core::Lane::Live,
            .certificate = bytes(120),
            .own = own};
}

core::EncodedEvent LogBytes::next() {
    core::EncodedEvent event;
    event.log = m_log;
    event.sequence = m_size++;
    event.leaf = core::EventId(hash());
    return event;
}

core::EncodedEvent LogBytes::creating(core::StreamKind kind) {
    core::EncodedEvent event = next();
    event.header = bytes(150);
    event.sections.push_back(section(0, core::SectionClass::Open));
    event.stream = core::StreamId(event.leaf.hash());
    event.streamKind = kind;
    event.creates = true;
    return event;
}

core::EncodedEvent LogBytes::in(core::StreamId stream, std::size_t bodyBytes) {
    core::EncodedEvent event = next();
    event.header = bytes(150);
    event.sections.push_back(section(0, core::SectionClass::Open, bodyBytes));
    event.stream = stream;
    return event;
}

core::EncodedEvent LogBytes::stub() { return next(); }

core::StubRun LogBytes::run(std::uint8_t level) {
    core::StubRun const made{.log = m_log, .begin = m_size, .level = level, .hash = hash()};
    m_size += std::uint64_t{1} << level;
    return made;
}

core::EncodedHead LogBytes::head(core::Hlc hlc) {
    return {.log = m_log,
            .size = m_size,
            .root = hash(),
            .hlc = hlc,
            .note = "log\n" + std::to_string(m_size) + "\nroot\n\n— desk signature\n"};
}

core::EncodedSection LogBytes::section(std::uint8_t index, core::SectionClass sectionClass,
                                       std::size_t count) {
    return {.index = index, .sectionClass = sectionClass, .bytes = bytes(count)};
}

} // namespace ob::tests
