// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/rule_book_json.h"

#include "core/crypto/sha256.h"
#include "core/interop/rule_reader.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace ob::core {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> fileNames{"agencies.json", "codes.json", "dispositions.json",
                                                    "incident_types.json", "unit_kinds.json"};

/// A plain code list: its key in a file and its place in the book.
struct ListPlace {
    std::string_view key;
    CodeList RuleBookLists::* list;
};

constexpr std::array<ListPlace, 16> codeLists{{
    {"milestones", &RuleBookLists::milestones},
    {"phases", &RuleBookLists::phases},
    {"dispatchReasons", &RuleBookLists::dispatchReasons},
    {"releases", &RuleBookLists::releases},
    {"refusals", &RuleBookLists::refusals},
    {"declines", &RuleBookLists::declines},
    {"unavailables", &RuleBookLists::unavailables},
    {"voids", &RuleBookLists::voids},
    {"referralTargets", &RuleBookLists::referralTargets},
    {"referralReasons", &RuleBookLists::referralReasons},
    {"reopenReasons", &RuleBookLists::reopenReasons},
    {"verificationResults", &RuleBookLists::verificationResults},
    {"leadReleases", &RuleBookLists::leadReleases},
    {"callChannels", &RuleBookLists::callChannels},
    {"deliveryMeans", &RuleBookLists::deliveryMeans},
    {"capabilities", &RuleBookLists::capabilities},
}};

/// Reads the fields that every entry has.
template<class Entry>
Entry named(RuleRow& row) {
    Entry entry;
    entry.code = row.code("code");
    entry.name = row.names();
    entry.aliases = row.aliases(entry.code, entry.name);
    return entry;
}

CodeEntry readCode(RuleRow& row) { return named<CodeEntry>(row); }

/// One file: opened, its lists read, its keys checked.
class RuleFile {
  public:
    RuleFile(std::string_view name, RuleFiles const& files)
        : m_faults(std::string(name)), m_content(parse(name, files)), m_root(m_content, "", m_faults) {
        m_version = m_root.version("version");
    }

    template<class Entry>
    Catalogue<Entry> list(std::string_view key, Entry (*read)(RuleRow&)) {
        std::vector<Entry> entries;
        for (RuleRow& row : m_root.rows(key, 1, maxRuleEntries)) {
            entries.push_back(read(row));
            row.finish();
        }
        auto catalogue = Catalogue<Entry>::make(entries);
        if (catalogue) return *std::move(catalogue);
        WordClash const& clash = catalogue.error();
        std::string const at = m_root.pathOf(key) + '/' + std::to_string(clash.second);
        if (clash.isCode)
            m_faults.add(at + "/code", "code given twice: " + clash.word);
        else
            m_faults.add(at, "the word " + clash.word + " names " + entries[clash.first].code + " already");
        return {};
    }
    /// A code that points into another list.
    template<class Entry>
    void refer(Catalogue<Entry> const& list, std::string const& code, std::string const& path) {
        if (list.byCode(code) == nullptr) m_faults.add(path, "there is no " + code);
    }
    void refuse(std::string path, std::string message) { m_faults.add(std::move(path), std::move(message)); }
    void finish() { m_root.finish(); }

    std::string const& version() const { return m_version; }
    json const& content() const { return m_content; }
    std::optional<RuleFault> const& fault() const { return m_faults.first(); }

  private:
    json parse(std::string_view name, RuleFiles const& files) {
        auto const file = files.find(name);
        if (file != files.end()) return parseRuleFile(file->second, m_faults);
        m_faults.add("", "the file is missing");
        return {};
    }

    RuleFaults m_faults;
    json m_content;
    RuleRow m_root;
    std::string m_version;
};

MilestoneLabel readLabel(RuleRow& row) {
    MilestoneLabel label{.milestone = row.code("milestone"), .name = row.names()};
    row.finish();
    return label;
}

AgencyProfile readAgency(RuleRow& row) {
    auto agency = named<AgencyProfile>(row);
    agency.prefix = row.text("prefix");
    for (RuleRow& label : row.optionalRows("labels", maxRuleWords))
        agency.labels.push_back(readLabel(label));
    return agency;
}

IncidentType readType(RuleRow& row) {
    auto type = named<IncidentType>(row);
    type.category = row.code("category");
    type.defaultPriority = row.number("priority", 1, 4);
    type.commonCode = row.optionalCode("commonCode");
    type.needsVerification = row.flag("verify");
    type.leadAgency = row.code("lead");
    type.onSceneCheck = std::chrono::minutes(row.number("onSceneCheck", 0, 240));
    return type;
}

UnitKind readUnitKind(RuleRow& row) {
    auto kind = named<UnitKind>(row);
    kind.agency = row.code("agency");
    kind.capabilities = row.codes("capabilities");
    return kind;
}

std::string at(std::string_view list, std::size_t index, std::string_view key) {
    return '/' + std::string(list) + '/' + std::to_string(index) + '/' + std::string(key);
}

void checkAgencies(RuleFile& file, RuleBookLists const& lists) {
    auto const& agencies = lists.agencies.all();
    for (std::size_t index = 0; index < agencies.size(); ++index) {
        if (codePointCount(agencies[index].prefix) != 1 || agencies[index].prefix.size() < 3)
            file.refuse(at("agencies", index, "prefix"), "must be one Chinese character");
        auto const& labels = agencies[index].labels;
        for (std::size_t label = 0; label < labels.size(); ++label) {
            auto const path = at("agencies", index, "labels/" + std::to_string(label) + "/milestone");
            file.refer(lists.milestones, labels[label].milestone, path);
            auto const same = [&](MilestoneLabel const& one) {
                return one.milestone == labels[label].milestone;
            };
            if (std::count_if(labels.begin(), labels.end(), same) > 1)
                file.refuse(path, "given twice: " + labels[label].milestone);
        }
    }
}

void checkTypes(RuleFile& file, RuleBookLists const& lists) {
    auto const& types = lists.types.all();
    for (std::size_t index = 0; index < types.size(); ++index) {
        file.refer(lists.categories, types[index].category, at("types", index, "category"));
        file.refer(lists.agencies, types[index].leadAgency, at("types", index, "lead"));
    }
}

void checkUnitKinds(RuleFile& file, RuleBookLists const& lists) {
    auto const& kinds = lists.unitKinds.all();
    for (std::size_t index = 0; index < kinds.size(); ++index) {
        file.refer(lists.agencies, kinds[index].agency, at("unitKinds", index, "agency"));
        for (std::size_t one = 0; one < kinds[index].capabilities.size(); ++one)
            file.refer(lists.capabilities, kinds[index].capabilities[one],
                       at("unitKinds", index, "capabilities/" + std::to_string(one)));
    }
}

} // namespace

std::span<std::string_view const> ruleFileNames() { return fileNames; }

tl::expected<RuleBook, RuleFault> loadRuleBook(RuleFiles const& files) {
    for (auto const& [name, text] : files)
        if (std::find(fileNames.begin(), fileNames.end(), name) == fileNames.end())
            return tl::unexpected(
                RuleFault{.file = name, .path = "", .message = "is not a file of a rule book"});

    RuleFile agencies("agencies.json", files);
    RuleFile codes("codes.json", files);
    RuleFile dispositions("dispositions.json", files);
    RuleFile types("incident_types.json", files);
    RuleFile unitKinds("unit_kinds.json", files);
    RuleBookLists lists;
    lists.agencies = agencies.list("agencies", &readAgency);
    for (ListPlace const& place : codeLists)
        lists.*place.list = codes.list(place.key, &readCode);
    lists.dispositions = dispositions.list("dispositions", &readCode);
    lists.categories = types.list("categories", &readCode);
    lists.types = types.list("types", &readType);
    lists.unitKinds = unitKinds.list("unitKinds", &readUnitKind);

    std::array<RuleFile*, fileNames.size()> const all{&agencies, &codes, &dispositions, &types, &unitKinds};
    for (RuleFile* const file : all) {
        file->finish();
        if (file->fault()) return tl::unexpected(*file->fault());
    }
    // Only now: a list that could not be read would make every reference into it wrong.
    checkAgencies(agencies, lists);
    checkTypes(types, lists);
    checkUnitKinds(unitKinds, lists);

    std::string version;
    Sha256 hash;
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (all[index]->fault()) return tl::unexpected(*all[index]->fault());
        version = std::max(version, all[index]->version());
        std::string const text = all[index]->content().dump();
        std::string const head = std::string(fileNames[index]) + '\n' + std::to_string(text.size()) + '\n';
        hash.add(viewOf(head)).add(viewOf(text));
    }
    return RuleBook(version, hash.finish(), std::move(lists));
}

} // namespace ob::core
