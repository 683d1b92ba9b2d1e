// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/link_text.h"

#include "ui/text/display_width.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace ob::ui {
namespace {

constexpr std::array linkWidths{16, 6, 22, 14, 18, 10};
constexpr std::array witnessWidths{18, 8, 8, 12};

class LinkText {
    Q_DECLARE_TR_FUNCTIONS(LinkText)
  public:
    static QStringList columns() {
        return {tr("Desk"),   tr("Agency"), tr("At"),          tr("Link"),
                tr("Behind"), tr("Clock"),  tr("Last trouble")};
    }
    static QStringList witnessColumns() {
        return {tr("Log"), tr("Agency"), tr("Witness"), tr("Events"), tr("When")};
    }
    static QString stateOf(LinkLine::State state) {
        switch (state) {
        case LinkLine::State::Calling: return tr("calling");
        case LinkLine::State::Greeting: return tr("greeting");
        case LinkLine::State::Connected: return tr("connected");
        }
        return {};
    }
    static QString unknown() { return tr("not known yet"); }
    static QString level() { return tr("level"); }
    static QString weLack() { return tr("we: %1, %2 s"); }
    static QString theyLack() { return tr("they: %1, %2 s"); }
    static QString seconds() { return tr("%1 s"); }
};

QString number(std::uint64_t value) { return QString::number(value); }
QString seconds(core::Duration length) { return QString::number(length.milliseconds() / 1000); }

QString behind(LinkLine const& link) {
    if (link.state != LinkLine::State::Connected) return {};
    if (link.weLack > 0) return filled(LinkText::weLack(), {number(link.weLack), seconds(link.behind)});
    if (link.theyLack > 0) return filled(LinkText::theyLack(), {number(link.theyLack), seconds(link.behind)});
    return LinkText::level();
}

} // namespace

QString linkHeading() { return tableRow(LinkText::columns(), linkWidths); }

QString linkLine(LinkLine const& link) {
    QString const offset =
        link.clockOffset
            ? filled(LinkText::seconds(),
                     {QString::number(static_cast<double>(link.clockOffset->milliseconds()) / 1000, 'f', 1)})
            : QString();
    return tableRow({link.desk.isEmpty() ? LinkText::unknown() : link.desk, link.agency, link.endpoint,
                     LinkText::stateOf(link.state), behind(link), offset, link.lastError},
                    linkWidths);
}

QString witnessHeading() { return tableRow(LinkText::witnessColumns(), witnessWidths); }

QString witnessLine(WitnessLine const& line) {
    return tableRow({line.log, line.agency, line.witness, number(line.size), line.at}, witnessWidths);
}

} // namespace ob::ui
