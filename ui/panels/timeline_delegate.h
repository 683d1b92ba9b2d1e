// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/timeline_model.h"

#include <QStyledItemDelegate>

class QListView;

namespace ob::ui {

/// Time, then the words in as many lines as they need; of an attachment its picture in small, its name, and
/// what of it is here.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    /// All outlive it.
    TimelineDelegate(Console& console, TimelineModel const& model, AttachmentShelf const& shelf,
                     QListView* view);

    QSize sizeHint(QStyleOptionViewItem const& option, QModelIndex const& index) const override;
    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override;

  private:
    int wordsWidth() const;
    QSize pictureSize(core::Attachment const& of) const;
    void paintAttachment(QPainter& painter, QRect where, core::Attachment const& attachment) const;

    Console& m_console;
    TimelineModel const& m_model;
    AttachmentShelf const& m_shelf;
    QListView* m_view;
};

} // namespace ob::ui
