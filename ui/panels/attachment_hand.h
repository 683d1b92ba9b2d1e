// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/attachment_shelf.h"

class QMenu;
class QWidget;

namespace ob::ui {

/// What a person can do with an attachment that is shown, and what is asked before. Nothing of it is modal.
class AttachmentHand : public QObject {
    Q_OBJECT
  public:
    /// Both outlive it; what is asked is asked in front of `panel`.
    AttachmentHand(AttachmentShelf& shelf, QWidget& panel);

    void fill(QMenu& menu, core::Attachment const& attachment);
    void saveAs(core::Attachment const& attachment);

  private:
    void warn(core::Attachment const& attachment);

    AttachmentShelf& m_shelf;
    QWidget& m_panel;
};

/// Why a file cannot go with a note.
QString unfitText(std::string const& file, AttachmentPort::Unfit why);

} // namespace ob::ui
