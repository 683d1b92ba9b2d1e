// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/layout_page.h"

#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>

#include <utility>

namespace ob::ui {

LayoutPage::LayoutPage(Console& console, OwnLayouts& layouts, QWidget* parent)
    : QDialog(parent), m_console(console), m_layouts(layouts), m_told(new QLabel), m_list(new QListWidget),
      m_name(new QLineEdit), m_save(new QPushButton), m_use(new QPushButton), m_rename(new QPushButton),
      m_remove(new QPushButton) {
    build();
    connect(&console, &Console::sessionChanged, this, [this] { fill(); });
    connect(&console, &Console::themeChanged, this, &LayoutPage::translate);
    translate();
}

void LayoutPage::build() {
    auto* const layout = new QGridLayout(this);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_save, 0, 1);
    layout->addWidget(m_list, 1, 0, 4, 1);
    layout->addWidget(m_use, 1, 1);
    layout->addWidget(m_rename, 2, 1);
    layout->addWidget(m_remove, 3, 1);
    layout->addWidget(m_told, 5, 0, 1, 2);
    layout->setRowStretch(4, 1);
    m_told->setWordWrap(true);
    m_name->setMaxLength(static_cast<int>(2 * OwnLayouts::longestName));
    for (auto* const button : {m_save, m_use, m_rename, m_remove})
        button->setAutoDefault(false);
    connect(m_name, &QLineEdit::textChanged, this, &LayoutPage::settle);
    connect(m_name, &QLineEdit::returnPressed, this, &LayoutPage::save);
    connect(m_list, &QListWidget::currentRowChanged, this, &LayoutPage::settle);
    connect(m_list, &QListWidget::itemActivated, this, &LayoutPage::use);
    connect(m_save, &QPushButton::clicked, this, &LayoutPage::save);
    connect(m_use, &QPushButton::clicked, this, &LayoutPage::use);
    connect(m_rename, &QPushButton::clicked, this, &LayoutPage::rename);
    connect(m_remove, &QPushButton::clicked, this, &LayoutPage::remove);
    auto* const gone = new QShortcut(Qt::Key_Delete, m_list);
    gone->setContext(Qt::WidgetShortcut);
    connect(gone, &QShortcut::activated, this, &LayoutPage::remove);
    resize(scaled(460), scaled(340));
}

void LayoutPage::translate() {
    setWindowTitle(tr("Layouts of my own"));
    for (QWidget* const each :
         std::initializer_list<QWidget*>{this, m_list, m_name, m_save, m_use, m_rename, m_remove, m_told})
        each->setFont(panelFont());
    m_list->setAccessibleName(windowTitle());
    m_name->setAccessibleName(tr("Name of the layout"));
    m_name->setPlaceholderText(tr("Name, for example: night shift, two screens"));
    m_use->setText(tr("Use"));
    m_rename->setText(tr("Rename"));
    m_rename->setToolTip(tr("Gives the chosen layout the name that is typed above."));
    QPalette look = palette();
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    m_told->setPalette(look);
    fill(chosen());
}

QString LayoutPage::person() const { return textOf(m_console.session().operatorName); }

QString LayoutPage::chosen() const {
    auto const* const item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void LayoutPage::fill(QString const& wanted) {
    QStringList const names = m_layouts.names(person());
    m_list->clear();
    for (qsizetype at = 0; at < names.size(); ++at) {
        auto* const item = new QListWidgetItem(tr("%1    Ctrl+Alt+%2").arg(names[at]).arg(at + 1), m_list);
        item->setData(Qt::UserRole, names[at]);
        if (names[at] == wanted) m_list->setCurrentItem(item);
    }
    m_told->setText(names.isEmpty() ? tr("None yet. Arrange the window, give the layout a name and save it.")
                                    : QString());
    settle();
}

/// What can be pressed, and what it would do.
void LayoutPage::settle() {
    if (m_asked != chosen()) m_asked.clear();
    QString const typed = m_name->text().trimmed();
    bool const isThere = m_layouts.find(person(), typed).has_value();
    m_save->setText(isThere ? tr("Replace") : tr("Save"));
    m_save->setEnabled(!typed.isEmpty());
    m_use->setEnabled(!chosen().isEmpty());
    m_rename->setEnabled(!chosen().isEmpty() && !typed.isEmpty());
    m_remove->setEnabled(!chosen().isEmpty());
    m_remove->setText(m_asked.isEmpty() ? tr("Delete") : tr("Really delete"));
}

void LayoutPage::open() {
    fill();
    show();
    raise();
    activateWindow();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void LayoutPage::save() {
    if (!m_name->text().trimmed().isEmpty()) Q_EMIT saveWanted(m_name->text().trimmed());
}

void LayoutPage::use() {
    if (!chosen().isEmpty()) Q_EMIT useWanted(chosen());
}

void LayoutPage::rename() {
    if (!chosen().isEmpty()) tell(m_layouts.rename(person(), chosen(), m_name->text()));
}

/// The second press does it, as with everything that cannot be had back.
void LayoutPage::remove() {
    if (chosen().isEmpty()) return;
    if (m_asked != chosen()) {
        m_asked = chosen();
        return settle();
    }
    m_asked.clear();
    tell(m_layouts.remove(person(), chosen()));
}

void LayoutPage::tell(OwnLayouts::Answer answer) {
    using Answer = OwnLayouts::Answer;
    if (answer == Answer::Done || answer == Answer::Gone) {
        Q_EMIT changed();
        fill(m_name->text().trimmed());
        if (answer == Answer::Done) m_name->clear();
    }
    switch (answer) {
    case Answer::Done: return;
    case Answer::NoName: return m_told->setText(tr("Give it a name."));
    case Answer::TooLong:
        return m_told->setText(
            tr("The name has more than %1 characters. Shorten it.").arg(OwnLayouts::longestName));
    case Answer::Taken: return m_told->setText(tr("Another layout has this name. Choose a different one."));
    case Answer::Full:
        return m_told->setText(
            tr("There are %1 layouts already. Delete one, or save under its name.").arg(OwnLayouts::most));
    case Answer::Gone: return m_told->setText(tr("This layout is not there any more."));
    }
}

void LayoutPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QDialog::changeEvent(event);
}

} // namespace ob::ui
