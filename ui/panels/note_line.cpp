// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/note_line.h"

#include "core/attachment.h"
#include "ui/panels/row_pen.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace ob::ui {

NoteLine::NoteLine(QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit), m_attach(new QToolButton), m_usual(new QToolButton),
      m_shown(new QScrollArea) {
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4));
    whole->setSpacing(scaled(4));
    auto* const row = new QHBoxLayout;
    row->setSpacing(scaled(4));
    row->addWidget(m_line, 1);
    row->addWidget(m_attach);
    row->addWidget(m_usual);
    whole->addWidget(m_shown);
    whole->addLayout(row);
    m_shown->setFrameShape(QFrame::NoFrame);
    m_shown->setWidgetResizable(true);
    m_shown->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_shown->setFocusPolicy(Qt::NoFocus);
    m_shown->hide();
    m_line->setMaxLength(2000);
    m_line->installEventFilter(this);
    m_attach->setFocusPolicy(Qt::TabFocus);
    m_attach->hide();
    m_usual->setPopupMode(QToolButton::InstantPopup);
    m_usual->setFocusPolicy(Qt::TabFocus);
    m_usual->setMenu(new QMenu(m_usual));
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, &NoteLine::enter);
    connect(m_attach, &QToolButton::clicked, this, &NoteLine::choose);
    translate();
}

void NoteLine::offerAttaching(bool isOffered) {
    m_isOffered = isOffered;
    m_attach->setVisible(isOffered);
}

void NoteLine::enter() {
    QString const words = m_line->text().trimmed();
    if (!m_isHeld && (!words.isEmpty() || !m_files.isEmpty())) Q_EMIT entered(words, m_files);
}

void NoteLine::choose() {
    auto* const dialog = new QFileDialog(this, tr("Photos and papers for the note"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::filesSelected, this, &NoteLine::attach);
    dialog->show();
}

void NoteLine::attach(QStringList const& files) {
    if (m_isHeld) return;
    QStringList all = m_files;
    for (QString const& file : files)
        if (!all.contains(file)) all << file;
    constexpr auto most = static_cast<qsizetype>(core::Attachment::maxOfNote);
    if (all.size() > most)
        Q_EMIT refused(
            tr("At most %1 files go with one note. Write a second note for the others.").arg(most));
    lay(all.first(std::min(all.size(), most)));
}

void NoteLine::dropFiles() { lay({}); }

void NoteLine::hold(bool isHeld) {
    m_isHeld = isHeld;
    m_line->setReadOnly(isHeld);
    m_attach->setEnabled(!isHeld);
    m_shown->setEnabled(!isHeld);
    translate();
}

/// A line for each, with a way to take it off again.
void NoteLine::lay(QStringList const& files) {
    m_files = files;
    auto* const list = new QWidget;
    auto* const rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(scaled(2));
    for (QString const& file : files) {
        QString const name = QFileInfo(file).fileName();
        auto* const row = new QHBoxLayout;
        auto* const label = new QLabel;
        label->setTextFormat(Qt::PlainText);
        label->setFont(panelFont(13));
        label->setText(QFontMetrics(panelFont(13)).elidedText(name, Qt::ElideMiddle, scaled(260)));
        label->setToolTip(name);
        auto* const off = new QToolButton;
        off->setText(QStringLiteral("×"));
        off->setFont(panelFont(13));
        off->setAutoRaise(true);
        off->setFocusPolicy(Qt::TabFocus);
        off->setAccessibleName(tr("Take %1 off the note").arg(name));
        connect(off, &QToolButton::clicked, this, [this, file] {
            QStringList left = m_files;
            left.removeAll(file);
            m_line->setFocus();
            QMetaObject::invokeMethod(this, [this, left] { lay(left); }, Qt::QueuedConnection);
        });
        row->addWidget(label, 1);
        row->addWidget(off);
        rows->addLayout(row);
    }
    m_shown->setWidget(list);
    m_shown->setVisible(!files.isEmpty());
    constexpr int shownAtOnce = 4;
    m_shown->setFixedHeight(std::min<int>(list->sizeHint().height(), shownAtOnce * scaled(26)));
}

/// Files of this machine, or an image, which becomes a file.
bool NoteLine::take(QMimeData const& offered, bool isTried) {
    if (!m_isOffered || m_isHeld) return false;
    QStringList files;
    for (QUrl const& url : offered.urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (!files.isEmpty()) {
        if (!isTried) attach(files);
        return true;
    }
    if (!offered.hasImage()) return false;
    if (isTried) return true;
    auto const image = offered.imageData().value<QImage>();
    QString const file = m_folder.filePath(tr("Image %1.png").arg(++m_pasted));
    if (image.isNull() || !image.save(file, "PNG")) return false;
    attach({file});
    return true;
}

bool NoteLine::paste() {
    auto const* const offered = QGuiApplication::clipboard()->mimeData();
    // Words that come with a picture of themselves are meant as words.
    return offered != nullptr && !offered->hasText() && take(*offered, false);
}

bool NoteLine::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste))
        return paste() || QWidget::eventFilter(watched, event);
    bool const isOver = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (isOver || event->type() == QEvent::Drop) {
        auto* const drop = static_cast<QDropEvent*>(event);
        if (take(*drop->mimeData(), isOver)) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NoteLine::translate() {
    m_line->setPlaceholderText(m_isHeld ? tr("Keeping the files…") : tr("Add a note, Enter saves it"));
    m_line->setAccessibleName(tr("Add a note"));
    m_line->setFont(panelFont(13));
    m_attach->setText(tr("Attach…"));
    m_attach->setAccessibleName(tr("Attach photos or papers"));
    m_attach->setFont(panelFont(13));
    m_usual->setText(tr("Usual"));
    m_usual->setAccessibleName(tr("Usual notes"));
    m_usual->setFont(panelFont(13));
    m_usual->menu()->clear();
    for (QString const& words :
         {tr("Caller rang again"), tr("Caller cannot be reached"), tr("More persons involved than reported"),
          tr("Hazardous substances present"), tr("Access blocked"), tr("Persons brought to safety"),
          tr("Situation under control"), tr("Nothing found at the place"), tr("Press at the place")})
        m_usual->menu()->addAction(words, this, [this, words] { Q_EMIT entered(words, {}); });
}

} // namespace ob::ui
