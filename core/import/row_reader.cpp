// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/row_reader.h"

#include "core/import/coordinates.h"
#include "core/import/record_digest.h"
#include "core/import/time_format.h"
#include "core/interop/csv_reader.h"
#include "core/text.h"

#include <algorithm>

namespace ob::core {
namespace {

bool isAsciiAlnum(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z')
           || (letter >= 'A' && letter <= 'Z');
}

std::string folded(std::string_view text) { return foldCase(normalise(text)); }

} // namespace

std::string foldedColumnName(std::string_view name) {
    std::string const text = folded(name);
    std::string kept;
    for (char const letter : text)
        if (isAsciiAlnum(letter) || static_cast<unsigned char>(letter) >= 0x80) kept += letter;
    return kept;
}

RowReader::RowReader(Mapping const& mapping, std::vector<std::string> const& header, CivilTimePort& civil,
                     RuleBook const& rules, std::vector<Code> const& agencyCodes)
    : m_mapping(mapping), m_civil(civil), m_rules(rules), m_agencyCodes(agencyCodes), m_width(header.size()) {
    for (std::size_t index = 0; index < header.size(); ++index)
        if (auto const [place, isNew] = m_header.emplace(foldedColumnName(header[index]), index); !isNew)
            m_twice.insert(place->first);
    m_missing.emplace_back();
    for (std::string const& text : mapping.missing)
        m_missing.push_back(folded(text));
    checkColumns();
}

RowReader::~RowReader() = default;

std::optional<RowReader::Column> RowReader::find(MappedColumn const& column) const {
    for (std::string const& spelling : column.spellings)
        if (auto const found = m_header.find(foldedColumnName(spelling)); found != m_header.end())
            return Column{found->second, column.spellings.front()};
    return std::nullopt;
}

void RowReader::noteMissing(MappedColumn const& column, bool needed) {
    bool const isUnit = m_mapping.unit && m_mapping.unit->optional
                        && std::ranges::any_of(m_mapping.unit->callsign.columns, [&](auto const& each) {
                               return each.spellings == column.spellings;
                           });
    auto& missing = needed && !isUnit ? m_missingNeeded : m_missingOther;
    if (std::ranges::find(missing, column.spellings.front()) == missing.end())
        missing.push_back(column.spellings.front());
}

/// A column of the text is in this file, or it is a constant.
bool RowReader::isThere(MappedText const& text) const {
    return !text.constant.empty() || std::ranges::any_of(text.columns, [&](auto const& column) {
        return m_columns.contains(&column);
    });
}

void RowReader::use(MappedColumn const& column) {
    auto const found = find(column);
    if (!found) return;
    m_columns.emplace(&column, *found);
    for (std::string const& spelling : column.spellings) {
        std::string const& name = column.spellings.front();
        if (m_twice.contains(foldedColumnName(spelling))
            && std::find(m_repeated.begin(), m_repeated.end(), name) == m_repeated.end())
            m_repeated.push_back(name);
    }
}

void RowReader::check(MappedText const& text, bool needed) {
    for (MappedColumn const& column : text.columns) {
        if (find(column))
            use(column);
        else
            noteMissing(column, needed);
    }
}

void RowReader::check(MappedCode const& code, bool needed) {
    check(code.from, needed);
    auto& table = m_codes[&code];
    for (auto const& [text, value] : code.values)
        table.emplace(folded(text), value);
}

void RowReader::checkColumns() {
    check(m_mapping.rowKey, true);
    if (auto const& incident = m_mapping.incident) {
        check(incident->key, true);
        check(incident->openedAt, incident->receivedAt.isEmpty());
        for (auto const* const text :
             {&incident->sourceId, &incident->address, &incident->place.latitude, &incident->place.longitude,
              &incident->place.point, &incident->callerName, &incident->callerPhone, &incident->receivedAt,
              &incident->closedAt})
            check(*text, false);
        for (auto const* const code :
             {&incident->type, &incident->priority, &incident->channel, &incident->agency,
              &incident->district, &incident->state, &incident->disposition})
            check(*code, false);
        for (auto const& [label, text] : incident->text)
            check(text, false);
    }
    if (auto const& unit = m_mapping.unit) {
        check(unit->callsign, true);
        check(unit->kind, false);
        check(unit->capabilities, false);
        for (auto const* const text :
             {&unit->group, &unit->home, &unit->homeAddress, &unit->homePlace.latitude,
              &unit->homePlace.longitude, &unit->homePlace.point})
            check(*text, false);
    }
    if (auto const& run = m_mapping.run) {
        for (auto const& time : run->times)
            check(time, false);
        check(run->disposition, false);
    }
    if (auto const& note = m_mapping.note) {
        check(note->at, false);
        for (auto const& [label, text] : note->text)
            check(text, false);
    }
    for (auto const& digits : m_mapping.digits)
        use(digits.column);
}

/// Reads one row. Says nothing of the row before its end.
class RowReader::Pass {
  public:
    Pass(RowReader& reader, CsvRow const& row) : m_reader(reader), m_mapping(reader.m_mapping), m_row(row) {}

    tl::expected<RowRecord, RowProblem> read() {
        if (auto problem = shape()) return tl::unexpected(*problem);
        if (m_row.hadBadText) note(AnomalyKind::BadText, "", "");
        if (!m_row.terminated) note(AnomalyKind::Unterminated, "", "");
        m_record.key = joined(m_mapping.rowKey);
        if (m_record.key.empty()) return fault(RowFault::NoKey, m_mapping.rowKey);
        checkDigits();
        if (m_mapping.incident)
            if (auto problem = readIncident(*m_mapping.incident)) return tl::unexpected(*problem);
        if (m_mapping.unit)
            if (auto problem = readUnit(*m_mapping.unit)) return tl::unexpected(*problem);
        if (m_mapping.run)
            if (auto problem = readRun(*m_mapping.run)) return tl::unexpected(*problem);
        if (m_record.incident)
            if (auto problem = readEnding(*m_mapping.incident)) return tl::unexpected(*problem);
        if (m_mapping.note) {
            m_record.note = labelled(m_mapping.note->text);
            m_record.notedAt = time(m_mapping.note->at);
        }
        setDigests(m_record);
        return std::move(m_record);
    }

  private:
    std::optional<RowProblem> shape() const {
        auto const count = m_row.fields.size();
        if (m_row.tooLong) return RowProblem{RowFault::TooLong, "", ""};
        if (m_row.openQuote) return RowProblem{RowFault::OpenQuote, "", ""};
        if (count == m_reader.m_width) return {};
        if (!m_row.terminated && count < m_reader.m_width)
            return RowProblem{RowFault::CutShort, "", std::to_string(count)};
        return RowProblem{RowFault::FieldCount, "", std::to_string(count)};
    }

    static std::string nameOfColumn(MappedText const& text) {
        return text.columns.empty() ? std::string() : text.columns.front().spellings.front();
    }
    static tl::unexpected<RowProblem> fault(RowFault fault, MappedText const& text, std::string value = {}) {
        return tl::unexpected(RowProblem{fault, nameOfColumn(text), std::move(value)});
    }
    void note(AnomalyKind kind, std::string column, std::string value) {
        m_record.anomalies.push_back({kind, std::move(column), std::move(value)});
    }

    std::string field(MappedColumn const& column) const {
        auto const found = m_reader.m_columns.find(&column);
        if (found == m_reader.m_columns.end()) return {};
        std::string text = normalise(m_row.fields[found->second.index]);
        for (std::string const& missing : m_reader.m_missing)
            if (text.size() <= 32 && text.size() == missing.size() && foldCase(text) == missing) return {};
        return text;
    }
    std::string joined(MappedText const& text) const {
        if (!text.constant.empty()) return text.constant;
        std::string whole;
        for (MappedColumn const& column : text.columns) {
            std::string const part = field(column);
            if (part.empty()) continue;
            if (!whole.empty()) whole += text.separator;
            whole += part;
        }
        return whole;
    }
    std::string labelled(std::vector<std::pair<std::string, MappedText>> const& texts) const {
        std::string whole;
        for (auto const& [label, text] : texts) {
            std::string const part = joined(text);
            if (part.empty()) continue;
            if (!whole.empty()) whole += "; ";
            whole += label.empty() ? part : label + ": " + part;
        }
        return whole;
    }
    /// The code of what the rule book calls so.
    std::optional<std::string> codeNamed(MappedCode::List list, std::string const& text) const {
        auto const in = [&](auto const& catalogue) {
            auto const* const entry = catalogue.find(text);
            return entry ? std::optional(entry->code) : std::nullopt;
        };
        RuleBook const& rules = m_reader.m_rules;
        switch (list) {
        case MappedCode::List::None: break;
        case MappedCode::List::Types: return in(rules.types());
        case MappedCode::List::UnitKinds: return in(rules.unitKinds());
        case MappedCode::List::Dispositions: return in(rules.lists().dispositions);
        case MappedCode::List::Agencies: return in(rules.agencies());
        case MappedCode::List::Channels: return in(rules.lists().callChannels);
        case MappedCode::List::Capabilities: return in(rules.lists().capabilities);
        }
        return std::nullopt;
    }
    std::string code(MappedCode const& rule) {
        std::string const text = joined(rule.from);
        if (!text.empty()) {
            auto const& table = m_reader.m_codes.at(&rule);
            if (auto const found = table.find(foldCase(text)); found != table.end()) return found->second;
            if (auto const listed = codeNamed(rule.list, text)) return *listed;
            if (rule.asWritten) return text;
            if (!rule.from.constant.empty()) return text;
            note(AnomalyKind::UnknownValue, nameOfColumn(rule.from), text);
        }
        return rule.fallback;
    }
    Code codeOf(MappedCode const& rule) {
        std::string const text = code(rule);
        if (text.empty()) return {};
        if (auto const found = Code::of(text)) return *found;
        note(AnomalyKind::UnknownValue, nameOfColumn(rule.from), text);
        return Code::of(rule.fallback).value_or(Code());
    }
    Code codeOf(MappedText const& rule) {
        std::string const text = joined(rule);
        if (text.empty()) return {};
        if (auto const found = Code::of(text)) return *found;
        note(AnomalyKind::UnknownValue, nameOfColumn(rule), text);
        return {};
    }

    /// Nothing for an empty field; an anomaly for what is no time.
    std::optional<Instant> time(MappedText const& rule) {
        if (rule.isEmpty()) return std::nullopt;
        std::string const text = joined(rule);
        if (text.empty()) return std::nullopt;
        for (std::string const& format : m_mapping.timeFormats)
            if (auto const read = readTime(text, format)) return moment(*read, rule, text);
        note(AnomalyKind::BadTime, nameOfColumn(rule), text);
        return std::nullopt;
    }
    /// Of two moments the first that does not come before what the row said until here.
    std::optional<Instant> moment(ReadTime const& read, MappedText const& rule, std::string const& text) {
        std::optional<Instant> at;
        constexpr std::int64_t day = 86'400'000;
        // The first and the last day that there are stand for "never" in files, and elsewhere it may be the
        // day before or after.
        if (read.localMilliseconds < day || read.localMilliseconds > Instant::max - day) {
            note(AnomalyKind::BadTime, nameOfColumn(rule), text);
            return std::nullopt;
        }
        if (read.offsetMilliseconds) {
            at = Instant::ofMilliseconds(read.localMilliseconds - *read.offsetMilliseconds);
        } else {
            auto const meaning = m_reader.m_civil.meaningOf(read.localMilliseconds);
            if (meaning.moments.empty()) {
                note(AnomalyKind::SkippedTime, nameOfColumn(rule), text);
                at = meaning.asIfNotSet;
            } else {
                at = meaning.moments.front();
                if (meaning.moments.size() > 1) {
                    note(AnomalyKind::AmbiguousTime, nameOfColumn(rule), text);
                    if (m_before && *at < *m_before) at = meaning.moments.back();
                }
            }
        }
        if (at) m_before = std::max(m_before, at);
        return at;
    }

    std::optional<GeoPoint> place(MappedPlace const& rule, bool judged) {
        if (rule.isEmpty() || !m_reader.isThere(rule.point.isEmpty() ? rule.latitude : rule.point))
            return std::nullopt;
        MappedText const& named = rule.point.isEmpty() ? rule.latitude : rule.point;
        ReadPlace const read =
            rule.point.isEmpty() ? readPlace(joined(rule.latitude), joined(rule.longitude), m_mapping.bounds)
                                 : readPoint(joined(rule.point), m_mapping.bounds);
        if (judged && read.fault != PlaceFault::None) {
            std::string const value = rule.point.isEmpty()
                                          ? joined(rule.latitude) + ", " + joined(rule.longitude)
                                          : joined(rule.point);
            note(AnomalyKind::Coordinates, nameOfColumn(named), std::string(nameOf(read.fault)));
            if (!read.place && read.fault != PlaceFault::Missing) m_unusablePlace = value;
        }
        return read.place;
    }

    void checkDigits() {
        for (MappedDigits const& digits : m_mapping.digits) {
            std::string const text = field(digits.column);
            if (text.empty()) continue;
            bool const sound = text.size() >= digits.least && text.size() <= digits.most
                               && std::all_of(text.begin(), text.end(),
                                              [](char letter) { return letter >= '0' && letter <= '9'; });
            if (!sound) note(AnomalyKind::Digits, digits.column.spellings.front(), text);
        }
    }

    std::optional<RowProblem> readIncident(MappedIncident const& rule) {
        m_record.incidentKey = joined(rule.key);
        if (m_record.incidentKey.empty()) return RowProblem{RowFault::NoKey, nameOfColumn(rule.key), ""};
        RecordedIncident incident;
        incident.receivedAt = time(rule.receivedAt);
        auto const openedAt = time(rule.openedAt);
        incident.openedAt = openedAt.value_or(incident.receivedAt.value_or(Instant()));
        m_hasBeginning = openedAt || incident.receivedAt;
        std::string const source = rule.sourceId.isEmpty() ? m_record.incidentKey : joined(rule.sourceId);
        incident.sourceId = Code::of(source).value_or(Code());
        incident.type = codeOf(rule.type);
        incident.priority = priorityOf(rule.priority);
        incident.channel = channelOf(rule.channel);
        incident.address = joined(rule.address);
        incident.place = place(rule.place, true);
        incident.district = codeOf(rule.district);
        incident.text = labelled(rule.text);
        if (incident.sourceId.isEmpty()) append(incident.text, source);
        if (!m_unusablePlace.empty()) append(incident.text, m_unusablePlace);
        if (std::string name = joined(rule.callerName); !name.empty()) incident.callerName = std::move(name);
        if (std::string phone = joined(rule.callerPhone); !phone.empty())
            incident.callerPhone = std::move(phone);
        incident.routedTo = agencyOf(rule.agency);
        m_record.incident = std::move(incident);
        return {};
    }
    bool isClosed(MappedCode const& rule) {
        std::string const text = foldCase(code(rule));
        if (text != "closed" && text != "open" && !text.empty())
            note(AnomalyKind::UnknownValue, nameOfColumn(rule.from), text);
        return text == "closed";
    }
    static void append(std::string& text, std::string const& more) {
        if (!text.empty()) text += "; ";
        text += more;
    }
    Priority priorityOf(MappedCode const& rule) {
        std::string const text = code(rule);
        if (text.size() == 1 && text[0] >= '1' && text[0] <= '4') return static_cast<Priority>(text[0] - '0');
        if (!text.empty()) note(AnomalyKind::UnknownValue, nameOfColumn(rule.from), text);
        return Priority::P3;
    }
    Channel channelOf(MappedCode const& rule) {
        if (rule.isEmpty()) return Channel::Import;
        std::string const text = foldCase(code(rule));
        for (auto each = Channel::Phone; each <= Channel::Other;
             each = static_cast<Channel>(static_cast<int>(each) + 1))
            if (text == foldCase(nameOf(each))) return each;
        return Channel::Other;
    }
    std::optional<AgencyIndex> agencyOf(MappedCode const& rule) {
        if (rule.isEmpty()) return std::nullopt;
        Code const wanted = codeOf(rule);
        auto const& codes = m_reader.m_agencyCodes;
        auto const found = std::find(codes.begin(), codes.end(), wanted);
        if (found != codes.end() && !wanted.isEmpty())
            return AgencyIndex{static_cast<std::uint16_t>(found - codes.begin())};
        if (!wanted.isEmpty()) note(AnomalyKind::UnknownValue, nameOfColumn(rule.from), wanted.text());
        return std::nullopt;
    }

    std::optional<RowProblem> readUnit(MappedUnit const& rule) {
        std::string const text = joined(rule.callsign);
        if (text.empty()) {
            if (m_mapping.incident) return {}; // a call to which nobody was sent
            return RowProblem{RowFault::NoUnit, nameOfColumn(rule.callsign), ""};
        }
        auto const callsign = Callsign::of(text);
        if (!callsign) return RowProblem{RowFault::BadCallsign, nameOfColumn(rule.callsign), text};
        RecordedUnit unit;
        unit.callsign = *callsign;
        unit.kind = codeOf(rule.kind);
        unit.group = codeOf(rule.group);
        unit.home = codeOf(rule.home);
        unit.homeAddress = joined(rule.homeAddress);
        unit.homePlace = place(rule.homePlace, false);
        if (Code const capability = codeOf(rule.capabilities); !capability.isEmpty())
            unit.capabilities.push_back(capability);
        unit.describes = rule.describes;
        m_record.unit = std::move(unit);
        return {};
    }

    std::optional<RowProblem> readRun(MappedRun const& rule) {
        RecordedRun run;
        std::optional<Instant> first;
        std::optional<Instant> before;
        bool ordered = true;
        for (std::size_t index = 0; index < rule.times.size(); ++index) {
            auto const at = time(rule.times[index]);
            run.reachedAt[index] = at;
            if (!at) continue;
            if (before && *at < *before) ordered = false;
            before = at;
            if (!first || *at < *first) first = at;
        }
        if (!first) return {};
        if (!m_record.unit) return RowProblem{RowFault::NoUnit, nameOfColumn(m_mapping.unit->callsign), ""};
        auto& dispatchedAt = run.reachedAt[static_cast<std::size_t>(AssignmentState::Dispatched)];
        if (!dispatchedAt) {
            dispatchedAt = first;
            note(AnomalyKind::NoDispatchTime, "", "");
        }
        if (!ordered) note(AnomalyKind::MilestoneOrder, "", "");
        if (!run.end()) note(AnomalyKind::NeverCleared, "", "");
        run.disposition = codeOf(rule.disposition);
        if (m_record.incident && !m_hasBeginning) {
            m_record.incident->openedAt = *first;
            m_hasBeginning = true;
        }
        m_record.run = run;
        return {};
    }

    std::optional<RowProblem> readEnding(MappedIncident const& rule) {
        if (!m_hasBeginning) {
            MappedText const& named =
                (joined(rule.openedAt).empty() && !joined(rule.receivedAt).empty()) || rule.openedAt.isEmpty()
                    ? rule.receivedAt
                    : rule.openedAt;
            std::string text = joined(named);
            return RowProblem{text.empty() ? RowFault::NoTime : RowFault::BadTime, nameOfColumn(named),
                              std::move(text)};
        }
        auto& ending = m_record.ending;
        Instant const openedAt = m_record.incident->openedAt;
        ending.disposition = codeOf(rule.disposition);
        ending.at = time(rule.closedAt);
        if (m_reader.isThere(rule.state.from))
            ending.closed = isClosed(rule.state);
        else if (m_reader.isThere(rule.closedAt))
            ending.closed = ending.at.has_value();
        if (ending.at && *ending.at < openedAt)
            note(AnomalyKind::ClosedEarly, nameOfColumn(rule.closedAt), "");
        if (ending.closed == true && !ending.at && !rule.closedAt.isEmpty())
            note(AnomalyKind::ClosedWithoutTime, nameOfColumn(rule.closedAt), "");
        if (ending.closed == false && ending.at)
            note(AnomalyKind::OpenWithEnd, nameOfColumn(rule.closedAt), joined(rule.closedAt));
        if (ending.closed == true && !ending.at) ending.at = m_before.value_or(openedAt);
        return {};
    }

    RowReader& m_reader;
    Mapping const& m_mapping;
    CsvRow const& m_row;
    RowRecord m_record;
    std::optional<Instant> m_before; ///< latest moment that the row has named
    std::string m_unusablePlace;
    bool m_hasBeginning = false;
};

tl::expected<RowRecord, RowProblem> RowReader::read(CsvRow const& row) { return Pass(*this, row).read(); }

} // namespace ob::core
