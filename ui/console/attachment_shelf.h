// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/attachment_port.h"
#include "ui/console/console.h"

#include <QImage>
#include <QTemporaryDir>
#include <QUrl>

#include <map>
#include <set>

namespace ob::ui {

/// The attachments of what is shown: what of them is here, how the pictures among them look in small, and how
/// one is opened or saved. GUI thread; bytes are read and pictures decoded elsewhere.
class AttachmentShelf : public QObject {
    Q_OBJECT
  public:
    explicit AttachmentShelf(Console& console, QObject* parent = nullptr);

    /// The only ones that are asked about from now on.
    void lay(std::vector<core::Attachment> shown);
    /// Nothing until it is known.
    std::optional<AttachmentPort::Standing> standing(core::Attachment const& of) const;
    /// Null when there is none.
    QImage thumbnail(core::Attachment const& of) const;
    /// "2.4 MB · here", "64 MB · 12 % here".
    QString standingText(core::Attachment const& of) const;

    /// In the system's viewer, as a copy that goes with this program. What may run something is asked about
    /// first: `programMet`, and again with `isSure`.
    void open(core::Attachment const& which, bool isSure = false);
    void save(core::Attachment const& which, QString const& file);
    /// Instead of the system's viewer.
    void openWith(std::function<bool(QUrl const&)> viewer) { m_viewer = std::move(viewer); }

    static QSize thumbnailRoom();

  Q_SIGNALS:
    /// What is known of some of them.
    void changed();
    /// It may run something when it is opened.
    void programMet(ob::core::Attachment const& which);

  private:
    void ask();
    void take(std::vector<core::Attachment> const& asked, std::vector<AttachmentPort::Standing> const& told);
    void picture(core::Attachment const& of);
    void show(core::Attachment const& which, core::Bytes const& bytes);
    void tell(core::Attachment const& which, AttachmentPort::Result result);

    Console& m_console;
    std::vector<core::Attachment> m_shown;
    std::map<core::Hash, AttachmentPort::Standing> m_standings;
    std::map<core::Hash, QImage> m_pictures; ///< null: it has none
    std::set<core::Hash> m_looking;          ///< a picture is being read
    bool m_isAsking = false;
    QTemporaryDir m_folder; ///< 0700; what is opened is copied to it
    int m_opened = 0;
    std::function<bool(QUrl const&)> m_viewer;
};

} // namespace ob::ui
