// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/help_page.h"

#include "ui/lookback/look_back_keys.h"
#include "ui/panels/row_pen.h"
#include "ui/text/html.h"
#include "ui/text/preview_text.h"
#include "ui/text/sentence.h"

#include <QEvent>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ob::ui {
namespace {

QString cell(QString const& text) {
    return QStringLiteral("<td style=\"padding-right:16px\">") + text.toHtmlEscaped()
           + QStringLiteral("</td>");
}

QString heading(QStringList const& names) {
    QString row = QStringLiteral("<tr>");
    for (auto const& name : names)
        row += QStringLiteral("<td><i>") + name.toHtmlEscaped() + QStringLiteral("</i></td>");
    return row + QStringLiteral("</tr>");
}

} // namespace

HelpPage::HelpPage(ActionRegistry const& actions, QWidget* parent)
    : QDialog(parent), m_actions(actions), m_text(new QTextBrowser) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(scaled(16));
    write();
}

void HelpPage::write() {
    setWindowTitle(tr("Verbs and shortcuts"));
    m_text->setAccessibleName(windowTitle());
    m_text->setFont(panelFont());
    QString page = QStringLiteral("<h3>") + tr("Verbs of the command line") + QStringLiteral("</h3><p>")
                   + tr("The verb comes first. A dot is the selected incident, @2140 a time, /… free text. "
                        "Enter sends what is written beside the line; amber wants a second Enter.")
                   + QStringLiteral("</p><table cellspacing=0 cellpadding=4>")
                   + heading({tr("verb"), tr("Chinese"), tr("short"), tr("example")});
    for (auto const& spec : core::verbTable()) {
        if (spec.stage != core::Stage::Now) continue;
        QStringList spellings;
        for (auto const alias : spec.aliases)
            spellings << textOf(alias).toLower();
        QString const word = textOf(spec.word);
        page += QStringLiteral("<tr><td><a name=\"%1\"></a><b>%1</b></td>").arg(word) + cell(textOf(spec.zh))
                + cell(spellings.join(QLatin1Char(' '))) + cell(exampleText(spec)) + QStringLiteral("</tr>");
    }
    page += QStringLiteral("</table><h3>") + tr("Shortcuts")
            + QStringLiteral("</h3><table cellspacing=0 cellpadding=4>");
    for (auto const* const action : m_actions.all()) {
        if (action->shortcut().isEmpty() || !action->isVisible()) continue;
        QStringList keys;
        for (auto const& key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        page += QStringLiteral("<tr>") + cell(keys.join(QStringLiteral(", "))) + cell(action->text())
                + QStringLiteral("</tr>");
    }
    page += QStringLiteral("</table><h3>") + tr("In a window that looks back")
            + QStringLiteral("</h3><table cellspacing=6>");
    for (auto const& each : lookBackKeys())
        page += QStringLiteral("<tr>") + cell(QKeySequence(each.key).toString(QKeySequence::NativeText))
                + cell(wordsOf(each)) + QStringLiteral("</tr>");
    m_text->setHtml(page + QStringLiteral("</table>"));
}

void HelpPage::open(std::optional<core::Verb> verb) {
    write();
    if (!isVisible())
        resize(QSize(scaled(760), scaled(640)).boundedTo(screen()->availableGeometry().size() * 9 / 10));
    show();
    raise();
    activateWindow();
    if (verb) m_text->scrollToAnchor(textOf(core::specOf(*verb).word));
}

void HelpPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) write();
    QDialog::changeEvent(event);
}

} // namespace ob::ui
