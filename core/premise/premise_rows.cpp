// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise_rows.h"

#include "core/crypto/sha256.h"
#include "core/geo/china_datum.h"
#include "core/import/coordinates.h"
#include "core/language/duplicates.h"
#include "core/text.h"

#include <algorithm>
#include <charconv>

namespace ob::core {
namespace {

constexpr std::size_t shownCodePoints = 80;
constexpr std::size_t madeKeyDigits = 10;

std::string_view cellOf(PremiseRows::Row const& row, PremiseColumn column) {
    return row.cells[static_cast<std::size_t>(column)];
}

std::string shortened(std::string_view text) {
    std::string line = normalise(text.substr(0, 4 * shownCodePoints));
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size(); ++at)
        if ((static_cast<unsigned char>(line[at]) & 0xC0) != 0x80 && ++count > shownCodePoints) {
            line.resize(at);
            break;
        }
    return line;
}

/// A line to be read and never typed: normalised, but full-width punctuation stays as it is written.
std::string readable(std::string_view text) {
    static constexpr std::array<std::string_view, 7> kept{"，", "；", "：", "！", "？", "（", "）"};
    std::string line;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const mark = std::ranges::find_if(
            kept, [&](std::string_view each) { return text.substr(at).starts_with(each); });
        if (mark == kept.end()) {
            ++at;
            continue;
        }
        line += normalise(text.substr(begin, at - begin));
        line += *mark;
        begin = at += mark->size();
    }
    return line + normalise(text.substr(begin));
}

/// Lines of a note stay lines.
std::string readableLines(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of("\r\n"), text.size());
        std::string const line = readable(text.substr(0, end));
        if (!line.empty()) lines += (lines.empty() ? "" : "\n") + line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// 长期 and the like: without end.
bool isWithoutEnd(std::string_view text) {
    static constexpr std::array<std::string_view, 5> words{"长期", "长期有效", "永久", "permanent",
                                                           "unlimited"};
    return std::ranges::find(words, foldCase(normalise(text))) != words.end();
}

/// What stands between ; | and their like, and what stands behind a colon or in brackets.
struct HazardWords {
    std::string word;
    std::string detail;
};

std::vector<HazardWords> hazardWordsOf(std::string_view cell) {
    // NFKC makes the full-width signs the plain ones; 、 stays.
    std::string text;
    for (char const each : cell)
        text += each == '\n' || each == '\r' ? ';' : each;
    text = normalise(text);
    for (auto at = text.find("、"); at != text.npos; at = text.find("、", at))
        text.replace(at, 3, ";");
    std::vector<HazardWords> all;
    std::string_view rest = text;
    while (!rest.empty()) {
        auto const end = std::min(rest.find_first_of(";|,"), rest.size());
        std::string const piece = normalise(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (piece.empty()) continue;
        auto const cut = std::min(piece.find_first_of(":("), piece.size());
        std::string detail = cut < piece.size() ? piece.substr(cut + 1) : std::string();
        if (cut < piece.size() && piece[cut] == '(' && detail.ends_with(')')) detail.pop_back();
        all.push_back({normalise(piece.substr(0, cut)), normalise(detail)});
    }
    return all;
}

} // namespace

void PremiseRows::fail(PremiseRowFault fault) {
    m_failedLine = fault.line;
    fault.value = shortened(fault.value);
    fault.column = shortened(fault.column);
    if (m_reading.faults.size() < PremiseReading::maxFaults)
        m_reading.faults.push_back(std::move(fault));
    else
        ++m_reading.faultsLeftOut;
}

void PremiseRows::fail(std::uint64_t line, PremiseFault fault, PremiseColumn column, std::string value) {
    std::string const& name = m_names[static_cast<std::size_t>(column)];
    fail({.line = line,
          .fault = fault,
          .column = name.empty() ? std::string(nameOf(column)) : name,
          .value = std::move(value)});
}

std::string PremiseRows::text(Row const& row, PremiseColumn column, std::size_t limit) {
    bool const isTyped = column == PremiseColumn::Key || column == PremiseColumn::Address;
    std::string text = isTyped                         ? normalise(cellOf(row, column))
                       : column == PremiseColumn::Text ? readableLines(cellOf(row, column))
                                                       : readable(cellOf(row, column));
    if (text.size() <= limit) return text;
    fail(row.line, PremiseFault::TextTooLong, column, std::to_string(limit));
    return {};
}

void PremiseRows::readPlace(Row& row, Premise& premise) {
    premise.area = std::move(row.area);
    std::size_t corners = 0;
    for (auto const& ring : premise.area.rings)
        corners += ring.size();
    if (corners > Premise::maxCorners)
        fail({.line = row.line,
              .fault = PremiseFault::TooManyCorners,
              .value = std::to_string(Premise::maxCorners)});
    premise.point = row.point;
    std::string const latitude = normalise(cellOf(row, PremiseColumn::Latitude));
    std::string const longitude = normalise(cellOf(row, PremiseColumn::Longitude));
    bool const isOfFeature = row.point || corners > 0;
    if (isOfFeature) return;
    if (!latitude.empty() || !longitude.empty()) {
        auto const read = ob::core::readPlace(latitude, longitude, std::nullopt);
        std::string const shown = latitude + ", " + longitude;
        if (read.fault == PlaceFault::Swapped)
            return fail(row.line, PremiseFault::SwappedPlace, PremiseColumn::Latitude, shown);
        if (!read.place) return fail(row.line, PremiseFault::BadPlace, PremiseColumn::Latitude, shown);
        premise.point = pointOf(m_options.datum,
                                {.latitude = read.place->latitude(), .longitude = read.place->longitude()});
        if (!premise.point) return fail(row.line, PremiseFault::BadPlace, PremiseColumn::Latitude, shown);
    }
    if (!premise.point && premise.address.empty())
        fail(row.line, PremiseFault::NoPlace, PremiseColumn::Address);
}

void PremiseRows::readHazards(Row const& row, Premise& premise) {
    for (auto& [word, detail] : hazardWordsOf(cellOf(row, PremiseColumn::Hazards))) {
        auto const* const kind = m_hazards.kinds().find(word);
        auto const code = kind == nullptr ? std::nullopt : Code::of(kind->code);
        if (!code) {
            fail(row.line, PremiseFault::UnknownHazard, PremiseColumn::Hazards, word);
            continue;
        }
        if (detail.size() > Premise::maxDetailBytes) {
            fail(row.line, PremiseFault::TextTooLong, PremiseColumn::Hazards,
                 std::to_string(Premise::maxDetailBytes));
            continue;
        }
        auto const same = std::ranges::find(premise.hazards, *code, &PremiseHazard::code);
        if (same == premise.hazards.end())
            premise.hazards.push_back({.code = *code, .detail = std::move(detail)});
        else if (same->detail.empty())
            same->detail = std::move(detail);
        else if (!detail.empty() && same->detail.size() + detail.size() < Premise::maxDetailBytes)
            same->detail += ' ' + detail;
        if (premise.hazards.size() <= Premise::maxHazards) continue;
        fail(row.line, PremiseFault::TooManyHazards, PremiseColumn::Hazards,
             std::to_string(Premise::maxHazards));
        return;
    }
}

std::optional<CalendarDay> PremiseRows::readDay(Row const& row, PremiseColumn column) {
    std::string const text = normalise(cellOf(row, column));
    if (text.empty() || (column == PremiseColumn::ValidUntil && isWithoutEnd(text))) return std::nullopt;
    auto const day = CalendarDay::parse(text);
    if (!day) fail(row.line, PremiseFault::BadDate, column, text);
    if (day && column == PremiseColumn::CheckedOn && *day > m_options.today)
        fail(row.line, PremiseFault::FutureDate, column, text);
    return day;
}

void PremiseRows::readReach(Row const& row, Premise& premise) {
    std::string text = normalise(cellOf(row, PremiseColumn::Reach));
    if (text.empty()) return;
    // Spreadsheets write 50 as 50.0 when a neighbour has a fraction.
    double metres = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), metres);
    bool const isGood = error == std::errc() && end == text.data() + text.size() && metres >= 1
                        && metres <= Premise::maxReach;
    if (!isGood) return fail(row.line, PremiseFault::BadReach, PremiseColumn::Reach, text);
    premise.reachMetres = static_cast<std::uint32_t>(metres);
}

/// Made out of what tells a place apart where none is given, so that the same file again finds its records.
void PremiseRows::readKey(Row const& row, Premise& premise) {
    premise.key = text(row, PremiseColumn::Key, Premise::maxKeyBytes);
    if (premise.key.empty()) {
        if (m_failedLine != 0) return; // what it would be made of is not known
        std::string made = foldCase(premise.name) + '\n' + addressKey(premise.address) + '\n';
        auto const add = [&made](GeoPoint point) {
            made += std::to_string(point.latitudeE7()) + ',' + std::to_string(point.longitudeE7()) + ';';
        };
        if (premise.point) add(*premise.point);
        for (auto const& ring : premise.area.rings)
            for (GeoPoint const point : ring)
                add(point);
        premise.key = toHex(sha256(viewOf(made))).substr(0, madeKeyDigits);
    }
    auto const [known, isNew] = m_lines.emplace(premise.key, row.line);
    if (!isNew) fail(row.line, PremiseFault::KeyTwice, PremiseColumn::Key, std::to_string(known->second));
}

void PremiseRows::take(Row row) {
    ++m_reading.rows;
    if (m_reading.rows == maxPremises + 1)
        fail({.line = row.line, .fault = PremiseFault::TooMany, .value = std::to_string(maxPremises)});
    if (m_reading.rows > maxPremises) return;
    m_failedLine = 0;
    PremiseRecord record;
    Premise& premise = record.premise;
    premise.name = text(row, PremiseColumn::Name, Premise::maxNameBytes);
    if (premise.name.empty() && m_failedLine == 0) fail(row.line, PremiseFault::NoName, PremiseColumn::Name);
    premise.address = text(row, PremiseColumn::Address, Premise::maxAddressBytes);
    readPlace(row, premise);
    readReach(row, premise);
    readHazards(row, premise);
    premise.text = text(row, PremiseColumn::Text, Premise::maxTextBytes);
    if (premise.hazards.empty() && premise.text.empty() && m_failedLine == 0)
        fail(row.line, PremiseFault::NothingSaid, PremiseColumn::Hazards);
    premise.validUntil = readDay(row, PremiseColumn::ValidUntil);
    premise.checkedOn = readDay(row, PremiseColumn::CheckedOn);
    premise.source = text(row, PremiseColumn::Source, Premise::maxSourceBytes);
    std::string const person = text(row, PremiseColumn::Contact, Premise::maxContactBytes / 2);
    std::string const phone = text(row, PremiseColumn::Phone, Premise::maxContactBytes / 4);
    record.contact = person + (person.empty() || phone.empty() ? "" : " ") + phone;
    premise.hasContact = !record.contact.empty();
    readKey(row, premise);
    if (m_failedLine == 0) m_reading.records.push_back(std::move(record));
}

} // namespace ob::core
