// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/mapping_json.h"

#include "core/code.h"
#include "core/import/row_reader.h"
#include "core/import/time_format.h"
#include "core/interop/rule_reader.h"
#include "core/interop/text_decoder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace ob::core {
namespace {

using nlohmann::json;

constexpr std::size_t maxColumns = 64;
constexpr std::size_t maxValues = 4096;

/// An object of the file whose keys are ticked off.
class Part {
  public:
    Part(json const& object, std::string path, RuleFaults& faults)
        : m_object(object), m_path(std::move(path)), m_faults(faults) {
        if (!object.is_object()) faults.add(m_path, "must be an object");
    }
    std::string pathOf(std::string_view key) const { return m_path + '/' + std::string(key); }
    json const* take(std::string_view key) {
        m_taken.emplace_back(key);
        if (!m_object.is_object()) return nullptr;
        auto const found = m_object.find(std::string(key));
        return found == m_object.end() ? nullptr : &*found;
    }
    json const* want(std::string_view key) {
        auto const* const found = take(key);
        if (!found) fault(key, "is missing");
        return found;
    }
    void fault(std::string_view key, std::string message) { m_faults.add(pathOf(key), std::move(message)); }

    std::string text(std::string_view key, bool needed = false) {
        auto const* const value = needed ? want(key) : take(key);
        if (!value) return {};
        if (value->is_string()) return value->get<std::string>();
        fault(key, "must be a text");
        return {};
    }
    std::vector<std::string> texts(std::string_view key) {
        std::vector<std::string> all;
        auto const* const value = take(key);
        if (!value) return all;
        if (!value->is_array() || value->size() > maxColumns) {
            fault(key, "must be a list of at most " + std::to_string(maxColumns) + " texts");
            return all;
        }
        for (json const& each : *value) {
            if (each.is_string())
                all.push_back(each.get<std::string>());
            else
                fault(key, "must be a list of texts");
        }
        return all;
    }
    bool flag(std::string_view key) {
        auto const* const value = take(key);
        if (!value) return false;
        if (!value->is_boolean()) fault(key, "must be true or false");
        return value->is_boolean() && value->get<bool>();
    }
    double number(std::string_view key) {
        auto const* const value = want(key);
        if (value && !value->is_number()) fault(key, "must be a number");
        return value && value->is_number() ? value->get<double>() : 0;
    }
    void finish() {
        if (!m_object.is_object()) return;
        for (auto const& [key, value] : m_object.items())
            if (std::find(m_taken.begin(), m_taken.end(), key) == m_taken.end())
                fault(key, "is not a known key");
    }

  private:
    json const& m_object;
    std::string m_path;
    RuleFaults& m_faults;
    std::vector<std::string> m_taken;
};

class MappingLoader {
  public:
    MappingLoader(RuleFaults& faults, RuleBook const& rules) : m_faults(faults), m_rules(rules) {}

    Mapping load(json const& whole) {
        Mapping mapping;
        Part part(whole, "", m_faults);
        mapping.format = part.text("format", true);
        if (!Code::of(mapping.format)) part.fault("format", "is 1 to 32 letters, digits, - . _ /");
        part.text("about");
        mapping.timeZone = part.text("timeZone", true);
        mapping.timeFormats = part.texts("timeFormats");
        if (mapping.timeFormats.empty()) part.fault("timeFormats", "must name at least one");
        for (std::string const& format : mapping.timeFormats)
            if (!isTimeFormat(format)) part.fault("timeFormats", "is no format of a time: " + format);
        mapping.missing = part.texts("missing");
        mapping.encoding = part.text("encoding");
        if (!TextDecoder::of(mapping.encoding)) part.fault("encoding", "is not known here");
        std::string const delimiter = part.text("delimiter");
        bool const fits = delimiter.size() <= 1 && delimiter.find_first_of("\"\r\n") == delimiter.npos;
        if (!fits) part.fault("delimiter", "is one character, not a quote or the end of a line");
        if (!delimiter.empty()) mapping.delimiter = delimiter.front();
        mapping.rowKey = neededText(part, "rowKey");
        if (auto const* const bounds = part.take("bounds")) mapping.bounds = boundsOf(*bounds, part);
        readDigits(part, mapping.digits);
        if (auto const* const incident = part.take("incident")) mapping.incident = incidentOf(*incident);
        if (auto const* const unit = part.take("unit")) mapping.unit = unitOf(*unit);
        if (auto const* const run = part.take("run")) mapping.run = runOf(*run);
        if (auto const* const note = part.take("note")) mapping.note = noteOf(*note);
        part.finish();
        if (!mapping.incident && !mapping.unit) part.fault("incident", "or unit must be there");
        if (mapping.run && (!mapping.incident || !mapping.unit)) part.fault("run", "needs incident and unit");
        if (mapping.note && !mapping.incident) part.fault("note", "needs incident");
        return mapping;
    }

  private:
    MappedColumn columnOf(json const& value, std::string const& path) {
        MappedColumn column;
        if (value.is_string()) column.spellings.push_back(value.get<std::string>());
        if (value.is_array())
            for (json const& each : value)
                if (each.is_string()) column.spellings.push_back(each.get<std::string>());
        bool const sound = !column.spellings.empty() && column.spellings.size() <= maxColumns
                           && (value.is_string() || value.size() == column.spellings.size());
        if (!sound) m_faults.add(path, "must be the name of a column, or a list of its spellings");
        for (std::string const& spelling : column.spellings)
            if (foldedColumnName(spelling).empty())
                m_faults.add(path, "has neither letters nor digits, which are what counts: " + spelling);
        return column;
    }

    /// `"Column"`, `["one spelling", "another"]`, {"column"}, {"columns", "separator"} or {"constant"}; keys
    /// of a code beside them are left to it.
    MappedText textOf(json const& value, std::string const& path, Part* part = nullptr) {
        MappedText text;
        if (!value.is_object()) {
            text.columns.push_back(columnOf(value, path));
            return text;
        }
        Part own(value, path, m_faults);
        Part& keys = part ? *part : own;
        if (auto const* const column = keys.take("column"))
            text.columns.push_back(columnOf(*column, keys.pathOf("column")));
        if (auto const* const columns = keys.take("columns")) {
            if (!columns->is_array() || columns->size() > maxColumns)
                keys.fault("columns", "must be a list");
            else
                for (json const& each : *columns)
                    text.columns.push_back(columnOf(each, keys.pathOf("columns")));
        }
        if (auto const* const separator = keys.take("separator")) {
            if (separator->is_string())
                text.separator = separator->get<std::string>();
            else
                keys.fault("separator", "must be a text");
        }
        text.constant = keys.text("constant");
        if (text.isEmpty()) m_faults.add(path, "names no column and no constant");
        if (!part) own.finish();
        return text;
    }
    MappedText text(Part& part, std::string_view key) {
        auto const* const value = part.take(key);
        return value ? textOf(*value, part.pathOf(key)) : MappedText();
    }
    MappedText neededText(Part& part, std::string_view key) {
        auto const* const value = part.want(key);
        return value ? textOf(*value, part.pathOf(key)) : MappedText();
    }

    using Known = std::function<bool(std::string const&)>;
    MappedCode code(Part& part, std::string_view key, MappedCode::List list, Known const& known) {
        auto const* const value = part.take(key);
        MappedCode code;
        code.list = list;
        if (!value) return code;
        std::string const path = part.pathOf(key);
        if (!value->is_object()) {
            code.from = textOf(*value, path);
            code.asWritten = list == MappedCode::List::None;
            return code;
        }
        Part own(*value, path, m_faults);
        code.from = textOf(*value, path, &own);
        code.fallback = own.text("default");
        code.asWritten = own.flag("asWritten");
        auto const check = [&](std::string const& wanted, std::string const& at) {
            if (!known(wanted)) m_faults.add(at, "is not a known code: " + wanted);
        };
        if (!code.fallback.empty()) check(code.fallback, own.pathOf("default"));
        if (!code.from.constant.empty()) check(code.from.constant, own.pathOf("constant"));
        if (auto const* const values = own.take("values")) {
            if (!values->is_object() || values->size() > maxValues)
                own.fault("values", "must be an object");
            else
                for (auto const& [text, wanted] : values->items()) {
                    std::string const at = own.pathOf("values") + '/' + text;
                    if (!wanted.is_string()) {
                        m_faults.add(at, "must be a text");
                        continue;
                    }
                    check(wanted.get<std::string>(), at);
                    code.values.emplace_back(text, wanted.get<std::string>());
                }
        }
        own.finish();
        return code;
    }
    static Known inList(CodeList const& list) {
        return [&list](std::string const& text) { return list.byCode(text) != nullptr; };
    }
    static Known among(std::vector<std::string> all) {
        return [all = std::move(all)](std::string const& text) {
            return std::find(all.begin(), all.end(), text) != all.end();
        };
    }
    static bool isAnyCode(std::string const& text) { return Code::of(text).has_value(); }

    std::vector<std::pair<std::string, MappedText>> labelled(Part& part, std::string_view key) {
        std::vector<std::pair<std::string, MappedText>> all;
        auto const* const list = part.take(key);
        if (!list) return all;
        if (!list->is_array() || list->size() > maxColumns) {
            part.fault(key, "must be a list");
            return all;
        }
        for (json const& each : *list) {
            std::string const path = part.pathOf(key) + '/' + std::to_string(all.size());
            if (each.is_string()) {
                all.emplace_back(each.get<std::string>(), textOf(each, path));
                continue;
            }
            if (!each.is_object()) {
                m_faults.add(path, "must be the name of a column, or an object with label and column");
                return all;
            }
            Part own(each, path, m_faults);
            std::string label = own.text("label");
            all.emplace_back(std::move(label), textOf(each, path, &own));
            own.finish();
        }
        return all;
    }

    MappedPlace place(Part& part, std::string_view key) {
        MappedPlace place;
        auto const* const value = part.take(key);
        if (!value) return place;
        Part own(*value, part.pathOf(key), m_faults);
        place.latitude = text(own, "latitude");
        place.longitude = text(own, "longitude");
        place.point = text(own, "point");
        if (place.point.isEmpty() && (place.latitude.isEmpty() || place.longitude.isEmpty()))
            part.fault(key, "needs point, or latitude and longitude");
        own.finish();
        return place;
    }

    std::optional<MappedBounds> boundsOf(json const& value, Part& part) {
        Part own(value, part.pathOf("bounds"), m_faults);
        MappedBounds const bounds{.south = own.number("south"),
                                  .west = own.number("west"),
                                  .north = own.number("north"),
                                  .east = own.number("east")};
        own.finish();
        if (bounds.south >= bounds.north || bounds.west >= bounds.east)
            part.fault("bounds", "south must be below north and west of east");
        return bounds;
    }
    void readDigits(Part& part, std::vector<MappedDigits>& all) {
        auto const* const list = part.take("digits");
        if (!list) return;
        if (!list->is_array() || list->size() > maxColumns) return part.fault("digits", "must be a list");
        for (json const& each : *list) {
            Part own(each, part.pathOf("digits") + '/' + std::to_string(all.size()), m_faults);
            MappedDigits digits;
            if (auto const* const column = own.want("column"))
                digits.column = columnOf(*column, own.pathOf("column"));
            digits.least = static_cast<std::size_t>(std::clamp(own.number("least"), 0.0, 64.0));
            digits.most = static_cast<std::size_t>(std::clamp(own.number("most"), 0.0, 64.0));
            if (digits.least > digits.most) m_faults.add(own.pathOf("least"), "must not be above most");
            own.finish();
            all.push_back(std::move(digits));
        }
    }

    MappedIncident incidentOf(json const& value) {
        Part part(value, "/incident", m_faults);
        RuleBookLists const& lists = m_rules.lists();
        MappedIncident incident;
        incident.key = neededText(part, "key");
        incident.of = part.text("of");
        std::string const rows = part.text("rows");
        incident.firstRowOnly = rows == "first";
        if (!rows.empty() && rows != "first" && rows != "alike") part.fault("rows", "is first or alike");
        incident.sourceId = text(part, "sourceId");
        incident.type = code(part, "type", MappedCode::List::Types,
                             [&](std::string const& t) { return m_rules.type(t) != nullptr; });
        if (incident.type.isEmpty()) part.fault("type", "is missing");
        incident.priority = code(part, "priority", MappedCode::List::None, among({"1", "2", "3", "4"}));
        incident.channel = code(part, "channel", MappedCode::List::Channels, inList(lists.callChannels));
        incident.agency = code(part, "agency", MappedCode::List::Agencies, isAnyCode);
        incident.address = text(part, "address");
        incident.place = place(part, "place");
        incident.district = code(part, "district", MappedCode::List::None, isAnyCode);
        incident.text = labelled(part, "text");
        incident.callerName = text(part, "callerName");
        incident.callerPhone = text(part, "callerPhone");
        incident.openedAt = text(part, "openedAt");
        incident.receivedAt = text(part, "receivedAt");
        incident.closedAt = text(part, "closedAt");
        incident.state = code(part, "state", MappedCode::List::None, among({"OPEN", "CLOSED"}));
        incident.disposition =
            code(part, "disposition", MappedCode::List::Dispositions, inList(lists.dispositions));
        if (incident.openedAt.isEmpty() && incident.receivedAt.isEmpty())
            part.fault("openedAt", "is missing");
        part.finish();
        return incident;
    }
    MappedUnit unitOf(json const& value) {
        Part part(value, "/unit", m_faults);
        RuleBookLists const& lists = m_rules.lists();
        MappedUnit unit;
        unit.callsign = neededText(part, "callsign");
        unit.kind = code(part, "kind", MappedCode::List::UnitKinds, [&](std::string const& kind) {
            return m_rules.unitKinds().byCode(kind) != nullptr;
        });
        if (unit.kind.isEmpty()) part.fault("kind", "is missing");
        unit.group = text(part, "group");
        unit.home = text(part, "home");
        unit.capabilities =
            code(part, "capability", MappedCode::List::Capabilities, inList(lists.capabilities));
        unit.homeAddress = text(part, "homeAddress");
        unit.homePlace = place(part, "homePlace");
        unit.optional = part.flag("optional");
        unit.describes = part.flag("describes");
        part.finish();
        return unit;
    }
    MappedRun runOf(json const& value) {
        Part part(value, "/run", m_faults);
        MappedRun run;
        bool any = false;
        for (auto each = AssignmentState::Dispatched; each <= AssignmentState::Refused;
             each = static_cast<AssignmentState>(static_cast<int>(each) + 1)) {
            auto& time = run.times[static_cast<std::size_t>(each)];
            time = text(part, std::string(nameOf(each)) + "At");
            any = any || !time.isEmpty();
        }
        if (!any) m_faults.add("/run", "has no time");
        run.disposition =
            code(part, "disposition", MappedCode::List::Dispositions, inList(m_rules.lists().dispositions));
        part.finish();
        return run;
    }
    MappedNote noteOf(json const& value) {
        Part part(value, "/note", m_faults);
        MappedNote note;
        note.text = labelled(part, "text");
        note.at = text(part, "at");
        part.finish();
        return note;
    }

    RuleFaults& m_faults;
    RuleBook const& m_rules;
};

} // namespace

tl::expected<Mapping, RuleFault> loadMapping(std::string const& fileName, std::string const& text,
                                             RuleBook const& rules) {
    RuleFaults faults(fileName);
    json const whole = parseRuleFile(text, faults);
    if (faults.first()) return tl::unexpected(*faults.first());
    Mapping mapping = MappingLoader(faults, rules).load(whole);
    if (faults.first()) return tl::unexpected(*faults.first());
    return mapping;
}

} // namespace ob::core
