// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/evidence_page.h"

#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "core/identity/fingerprint.h"
#include "core/journal/checkpoint.h"
#include "core/journal/event_codec.h"
#include "core/ports.h"
#include "core/rules/rule_book.h"
#include "ui/text/board_text.h"
#include "ui/text/evidence_style.h"
#include "ui/text/evidence_words.h"
#include "ui/text/fact_text.h"
#include "ui/text/html.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/timeline_text.h"
#include "ui/text/wording.h"

#include <algorithm>
#include <array>
#include <map>

namespace ob::ui {
namespace {

namespace words = evidence_words;

QString tag(char const* name, QString const& content, char const* className = "") {
    return element(QLatin1StringView(name), content, QLatin1StringView(className));
}
QString cell(QString const& text, char const* className = "") { return tag("td", escaped(text), className); }
QString shortLog(core::LogId log) { return textOf(log.hex()).left(8); }

class Page {
  public:
    explicit Page(EvidenceSource const& source)
        : m_source(source), m_bundle(source.bundle), m_events(core::eventsOf(source.bundle, source.realm)),
          m_wording{.rules = source.rules,
                    .agencyCodes = m_codes,
                    .zone = source.zone,
                    .unit = {},
                    .incident = {}} {
        for (auto const& entry : source.realm.roster)
            m_codes.push_back(entry.code);
        for (auto const& stream : m_bundle.manifest.streams) {
            auto const fold = core::StreamFold::of(m_events[stream.id]);
            if (auto const unit = fold.unit()) m_units[stream.id] = unit;
            if (auto const incident = fold.incident()) m_incidents[stream.id] = incident;
            if (stream.isWhole && fold.incident()) m_whole.push_back(fold.incident());
        }
        std::ranges::sort(m_whole, {}, [](auto const& each) { return std::tuple(each->number, each->id); });
        m_wording.unit = [this](core::UnitId id) { return find(m_units, id); };
        m_wording.incident = [this](core::IncidentId id) { return find(m_incidents, id); };
        for (auto const& log : m_bundle.logs)
            if (auto desk = core::deskOf(log)) m_desks[log.id] = *std::move(desk);
    }

    QString html() {
        QString const title = words::title() + QStringLiteral(" · ") + textOf(m_source.realm.name);
        QString body = isDrill() ? tag("div", escaped(words::drill()), "drill") : QString();
        body += tag("h1", escaped(title)) + tag("p", escaped(words::lead()), "lead") + about() + leftOut();
        for (auto const& incident : m_whole)
            body += story(*incident);
        body += checking() + heads();
        QString const head =
            QStringLiteral("<meta charset=\"utf-8\">"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                           "style-src 'unsafe-inline'\">"
                           "<meta name=\"viewport\" content=\"width=device-width\">")
            + tag("title", escaped((isDrill() ? words::drill() + QStringLiteral(" · ") : QString()) + title))
            + tag("style", QLatin1StringView(evidenceStyle) + sheetStyle());
        QString const language =
            currentLanguage() == Language::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en");
        return QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head>").arg(language) + head
               + QStringLiteral("</head>\n<body>") + body + QStringLiteral("</body></html>\n");
    }

  private:
    template<class Things, class Id>
    static auto find(Things const& things, Id const& id) -> typename Things::mapped_type {
        auto const found = things.find(id);
        return found == things.end() ? nullptr : found->second;
    }
    bool isDrill() const { return m_bundle.manifest.realmKind == core::RealmKind::Drill; }
    QString moment(core::Instant at) const { return textOf(m_source.zone.localText(at)); }
    QString day(core::Instant at) const { return moment(at).left(10); }
    /// With the time in UTC, for somebody who reads it in another zone.
    QString fullMoment(core::Instant at) const {
        return moment(at)
               + QStringLiteral(" (%1, %2)").arg(textOf(m_source.realm.zone), textOf(at.iso8601()));
    }
    static QString fact(QString const& name, QString const& value) {
        return tag("tr", tag("th", escaped(name)) + cell(value)) + QLatin1Char('\n');
    }

    /// The drill mark in the margin of every sheet, for browsers that can.
    QString sheetStyle() const {
        if (!isDrill()) return {};
        return QStringLiteral("@page{@top-center{content:\"%1\";color:#b3261e;font-weight:700}}\n")
            .arg(words::drill());
    }
    /// The head of a table with so many columns.
    QString tableHead(QString const& columns, int count) const {
        QString rows = tag("tr", columns);
        if (isDrill())
            rows = QStringLiteral("<tr class=\"sheet\"><th colspan=\"%1\">").arg(count)
                   + escaped(words::drill()) + QStringLiteral("</th></tr>") + rows;
        return tag("thead", rows);
    }

    QString about() const;
    QString leftOut() const;
    QString story(core::Incident const& incident);
    QString summary(core::Incident const& incident) const;
    QString row(core::Event const& event, core::Taken const* taken) const;
    QString who(core::Event const& event) const;
    QString checking() const;
    QString heads() const;

    EvidenceSource const& m_source;
    core::EvidenceBundle const& m_bundle;
    std::map<core::StreamId, std::vector<core::Event>> m_events;
    std::vector<core::Code> m_codes;
    std::map<core::UnitId, std::shared_ptr<core::Unit const>> m_units;
    std::map<core::IncidentId, std::shared_ptr<core::Incident const>> m_incidents;
    std::vector<std::shared_ptr<core::Incident const>> m_whole; ///< by number
    std::map<core::LogId, core::DeskCertificate> m_desks;
    Wording m_wording;
};

QString Page::about() const {
    auto const& manifest = m_bundle.manifest;
    QStringList chosen;
    if (manifest.from) chosen << words::from(fullMoment(*manifest.from));
    if (manifest.to) chosen << words::to(fullMoment(*manifest.to));
    QStringList person{textOf(manifest.position.text()), textOf(manifest.operatorName)};
    person.removeAll(QString());
    QString rows = fact(words::realm(), textOf(m_source.realm.name))
                   + fact(words::kind(), isDrill() ? words::drill() : words::live())
                   + fact(words::exportedAt(), fullMoment(manifest.exportedAt))
                   + fact(words::exportedBy(), agencyName(manifest.agency, m_wording) + QLatin1Char(' ')
                                                   + textOf(m_source.exporter.name));
    if (!person.isEmpty()) rows += fact(words::operatorAtDesk(), person.join(QLatin1Char(' ')));
    qsizetype entries = 0;
    for (auto const& stream : manifest.streams)
        if (stream.isWhole) entries += stream.events;
    rows += fact(words::chosen(), chosen.isEmpty() ? words::noChoice() : listed(chosen))
            + fact(words::contents(), words::counts(static_cast<qsizetype>(m_whole.size()), entries))
            + fact(words::sharing(), words::classWords(manifest.sharing))
            + fact(words::program(), textOf(manifest.program));
    return tag("table", rows, "facts");
}

QString Page::leftOut() const {
    std::array<qsizetype, 5> counts{};
    std::map<core::StreamId, bool> whole;
    for (auto const& stream : m_bundle.manifest.streams)
        whole[stream.id] = stream.isWhole;
    for (auto const& event : m_bundle.events) {
        auto const header = core::decodeHeader(event.header);
        if (!header || !whole[core::encodedOf(event, m_bundle.logs).stream]) continue;
        for (auto const& commitment : header->commitments)
            ++counts[static_cast<std::size_t>(commitment.sectionClass)];
        for (auto const& section : event.sections)
            --counts[static_cast<std::size_t>(section.sectionClass)];
    }
    QString items;
    for (std::size_t at = 0; at < counts.size(); ++at)
        if (counts[at] > 0)
            items += tag("li", escaped(words::leftOutOf(static_cast<core::SectionClass>(at), counts[at])));
    QString html = tag("h2", escaped(words::leftOut()))
                   + tag("p", escaped(items.isEmpty() ? words::nothingLeftOut() : words::whyLeftOut()));
    if (!items.isEmpty()) html += tag("ul", items);
    auto const absent = static_cast<qsizetype>(m_bundle.manifest.absent.size());
    if (absent > 0) html += tag("p", escaped(words::absent(absent)));
    auto const statements = static_cast<qsizetype>(m_bundle.statements.size());
    if (statements > 0) html += tag("p", escaped(words::statements(statements)));
    return html;
}

QString Page::summary(core::Incident const& incident) const {
    QString const place = incident.placeWithheld ? words::notShown() : textOf(incident.address.value_or(""));
    QString rows = fact(words::state(), standingOf(incident));
    if (!place.isEmpty()) rows += fact(words::place(), place);
    rows += fact(words::opened(), fullMoment(incident.openedAt));
    if (incident.closedAt) rows += fact(words::ended(), fullMoment(*incident.closedAt));
    return tag("table", rows, "facts");
}

QString Page::who(core::Event const& event) const {
    auto const desk = m_desks.find(event.header().log);
    QString const agency = agencyName(event.author(), m_wording);
    QStringList details{desk == m_desks.end() ? QString() : textOf(desk->second.name), timelinePerson(event)};
    details.removeAll(QString());
    return escaped(agency) + tag("small", escaped(details.join(QStringLiteral(" · "))));
}

QString Page::row(core::Event const& event, core::Taken const* taken) const {
    QString what = escaped(factText(event, m_wording));
    for (QString const& mark : timelineMarks(event, taken, m_wording))
        what += QLatin1Char(' ') + tag("span", escaped(mark), "mark");
    core::Instant const at = timelineMoment(event);
    QString const cells =
        cell(clockText(at, m_source.zone), "when")
        + cell(clockText(event.recordedAt(), at, m_source.zone), "seen") + tag("td", who(event), "who")
        + tag("td", what)
        + cell(shortLog(event.header().log) + QLatin1Char(' ') + QString::number(event.header().sequence),
               "entry");
    bool const counts = taken && taken->verdict == core::Verdict::Effective;
    return tag("tr", cells, counts ? "" : "void") + QLatin1Char('\n');
}

QString Page::story(core::Incident const& incident) {
    auto const& events = m_events[incident.id];
    auto const fold = core::StreamFold::of(events);
    std::map<core::EventId, core::Taken const*> taken;
    for (auto const& each : fold.order())
        taken[each.id] = &each;
    std::vector<core::Event const*> sorted;
    for (auto const& event : events)
        sorted.push_back(&event);
    std::ranges::sort(sorted, {}, [](core::Event const* event) {
        return std::tuple(timelineMoment(*event), event->header().hlc, event->id());
    });
    QString rows, lastDay;
    for (core::Event const* const event : sorted) {
        QString const today = day(timelineMoment(*event));
        if (today != lastDay)
            rows += QStringLiteral("<tr class=\"day\"><th colspan=\"5\">") + escaped(today)
                    + QStringLiteral("</th></tr>\n");
        lastDay = today;
        auto const found = taken.find(event->id());
        rows += row(*event, found == taken.end() ? nullptr : found->second);
    }
    QString const columns = tag("th", escaped(words::when()), "when")
                            + tag("th", escaped(words::recorded()), "seen")
                            + tag("th", escaped(words::who()), "who") + tag("th", escaped(words::what()))
                            + tag("th", escaped(words::entry()), "entry");
    QString const kind = wordOf(incident.priority) + QLatin1Char(' ') + typeName(incident.type, m_wording);
    return tag("h2", escaped(textOf(incident.number.text())) + tag("span", escaped(kind), "kind"))
           + summary(incident) + tag("table", tableHead(columns, 5) + tag("tbody", rows), "times");
}

QString Page::checking() const {
    QString const command = tag("code", QStringLiteral("oneboardctl verify FILE"));
    QString const how = filled(escaped(words::checkByProgram()), {command});
    return tag("h2", escaped(words::checking())) + tag("p", how) + tag("p", escaped(words::checkRealm()))
           + tag("p", escaped(textOf(core::fingerprintOf(m_source.realm.rootKey))), "print")
           + tag("p", escaped(words::checkLimits()));
}

QString Page::heads() const {
    QString columns;
    for (QString const& name :
         {words::log(), words::desk(), words::entries(), words::signedAt(), words::root()})
        columns += tag("th", escaped(name));
    QString rows = tableHead(columns, 5);
    for (auto const& log : m_bundle.logs) {
        auto const head = core::parseHead(log.head);
        auto const desk = m_desks.find(log.id);
        if (!head || desk == m_desks.end()) continue;
        QStringList agencies;
        for (auto const& cosigned : log.cosigned)
            agencies << agencyName(cosigned.witness, m_wording);
        QString name =
            agencyName(desk->second.agency, m_wording) + QLatin1Char(' ') + textOf(desk->second.name);
        if (!agencies.isEmpty()) name += QLatin1Char(' ') + words::cosigned(listed(agencies));
        rows += tag("tr", cell(shortLog(log.id), "hash log") + cell(name)
                              + cell(QString::number(head->head.size)) + cell(moment(head->head.at.instant()))
                              + cell(textOf(core::toHex(head->head.root)), "hash"))
                + QLatin1Char('\n');
    }
    return tag("h2", escaped(words::heads())) + tag("table", rows);
}

} // namespace

QString evidencePage(EvidenceSource const& source) { return Page(source).html(); }

} // namespace ob::ui
