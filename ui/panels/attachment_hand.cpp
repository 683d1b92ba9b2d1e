// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/attachment_hand.h"

#include "ui/text/sentence.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace ob::ui {

AttachmentHand::AttachmentHand(AttachmentShelf& shelf, QWidget& panel) : m_shelf(shelf), m_panel(panel) {
    connect(&shelf, &AttachmentShelf::programMet, this, &AttachmentHand::warn);
}

void AttachmentHand::fill(QMenu& menu, core::Attachment const& attachment) {
    auto const known = m_shelf.standing(attachment);
    bool const isHere = known && known->state == AttachmentPort::Standing::State::Here;
    menu.addAction(tr("Open"), this, [this, attachment] { m_shelf.open(attachment); })->setEnabled(isHere);
    menu.addAction(tr("Save as…"), this, [this, attachment] { saveAs(attachment); })->setEnabled(isHere);
    menu.addSeparator();
}

void AttachmentHand::saveAs(core::Attachment const& attachment) {
    QString const folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* const dialog =
        new QFileDialog(&m_panel, tr("Save as"), folder + QLatin1Char('/') + textOf(attachment.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, attachment](QString const& file) { m_shelf.save(attachment, file); });
    dialog->show();
}

void AttachmentHand::warn(core::Attachment const& attachment) {
    QString const name = textOf(attachment.name);
    auto* const box =
        new QMessageBox(QMessageBox::Warning, tr("%1 may run a program").arg(name),
                        tr("Opening %1 may run a program on this machine. Open it only if you know who made "
                           "it and why. Saving it does no harm.")
                            .arg(name),
                        QMessageBox::NoButton, &m_panel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // its name is anybody's
    box->setModal(false);
    auto* const open = box->addButton(tr("Open it anyway"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Do not open"), QMessageBox::RejectRole));
    connect(open, &QPushButton::clicked, this, [this, attachment] { m_shelf.open(attachment, true); });
    box->show();
}

QString unfitText(std::string const& file, AttachmentPort::Unfit why) {
    QString const name = QFileInfo(textOf(file)).fileName();
    switch (why) {
    case AttachmentPort::Unfit::NotReadable:
        return AttachmentHand::tr("%1 cannot be read. Look at who may read it.").arg(name);
    case AttachmentPort::Unfit::NotAFile:
        return AttachmentHand::tr("%1 is not a file. Choose a file.").arg(name);
    case AttachmentPort::Unfit::Empty:
        return AttachmentHand::tr("%1 is empty and was not attached.").arg(name);
    case AttachmentPort::Unfit::TooLarge:
        return AttachmentHand::tr(
                   "%1 is larger than %2 MiB and was not attached. Shorten it, or hand it over otherwise.")
            .arg(name)
            .arg(core::Attachment::maxBytes >> 20);
    case AttachmentPort::Unfit::NoName:
        return AttachmentHand::tr("%1 has no name that can be shown. Rename it first.").arg(name);
    case AttachmentPort::Unfit::NotKept:
        return AttachmentHand::tr("%1 could not be kept on this desk's disk. Make room and try again.")
            .arg(name);
    }
    return {};
}

} // namespace ob::ui
