// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/attachment_shelf.h"

#include "ui/console/program_kind.h"
#include "ui/console/thumbnail.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace ob::ui {
namespace {

using State = AttachmentPort::Standing::State;
using Result = AttachmentPort::Result;

/// A day has some hundred; the pictures of an earlier incident are read again when it comes back.
constexpr std::size_t mostPictures = 200;

bool mayBePicture(core::Attachment const& each) {
    return each.mediaType.starts_with("image/") && each.bytes <= maxThumbnailBytes;
}

QString sizeText(std::uint64_t bytes) {
    if (bytes < 1000) return QStringLiteral("%1 B").arg(bytes);
    return QLocale::c().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

} // namespace

AttachmentShelf::AttachmentShelf(Console& console, QObject* parent)
    : QObject(parent), m_console(console), m_viewer(&QDesktopServices::openUrl) {
    connect(&console, &Console::ticked, this, [this] {
        bool const isComplete = std::ranges::all_of(m_shown, [this](core::Attachment const& each) {
            auto const known = standing(each);
            return known && known->state == State::Here;
        });
        if (!isComplete) ask();
    });
}

QSize AttachmentShelf::thumbnailRoom() { return {240, 160}; }

void AttachmentShelf::lay(std::vector<core::Attachment> shown) {
    if (shown == m_shown) return;
    m_shown = std::move(shown);
    if (m_pictures.size() > mostPictures) m_pictures.clear();
    for (auto const& each : m_shown)
        if (auto const known = standing(each); known && known->state == State::Here) picture(each);
    ask();
}

void AttachmentShelf::ask() {
    auto* const port = m_console.desk().attachments();
    if (port == nullptr || m_shown.empty() || m_isAsking) return;
    m_isAsking = true;
    port->readStandings(m_shown, [shelf = QPointer(this), asked = m_shown](auto const& told) {
        if (shelf) shelf->take(asked, told);
    });
}

void AttachmentShelf::take(std::vector<core::Attachment> const& asked,
                           std::vector<AttachmentPort::Standing> const& told) {
    m_isAsking = false;
    bool isNews = false;
    for (std::size_t at = 0; at < std::min(asked.size(), told.size()); ++at) {
        auto const known = m_standings.find(asked[at].hash);
        if (known != m_standings.end() && known->second == told[at]) continue;
        isNews = true;
        m_standings.insert_or_assign(asked[at].hash, told[at]);
        if (told[at].state == State::Here) picture(asked[at]);
    }
    if (isNews) Q_EMIT changed();
    if (asked != m_shown) ask(); // something else is shown meanwhile
}

/// Decoded beside this thread: a crafted file may take its time there.
void AttachmentShelf::picture(core::Attachment const& of) {
    if (!mayBePicture(of) || m_pictures.contains(of.hash) || !m_looking.insert(of.hash).second) return;
    auto* const port = m_console.desk().attachments();
    if (port == nullptr) return;
    port->read(of, [shelf = QPointer(this), hash = of.hash](Result, core::Bytes const& bytes) {
        if (!shelf) return;
        QByteArray copy(reinterpret_cast<char const*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        QThreadPool::globalInstance()->start([shelf, hash, copy = std::move(copy)] {
            QImage made = thumbnailOf(copy, thumbnailRoom());
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [shelf, hash, made = std::move(made)] {
                    if (!shelf) return;
                    shelf->m_looking.erase(hash);
                    shelf->m_pictures.insert_or_assign(hash, made);
                    Q_EMIT shelf->changed();
                },
                Qt::QueuedConnection);
        });
    });
}

std::optional<AttachmentPort::Standing> AttachmentShelf::standing(core::Attachment const& of) const {
    auto const found = m_standings.find(of.hash);
    return found == m_standings.end() ? std::nullopt : std::optional(found->second);
}

QImage AttachmentShelf::thumbnail(core::Attachment const& of) const {
    auto const found = m_pictures.find(of.hash);
    return found == m_pictures.end() ? QImage() : found->second;
}

QString AttachmentShelf::standingText(core::Attachment const& of) const {
    QString const size = sizeText(of.bytes);
    auto const known = standing(of);
    if (!known) return size;
    switch (known->state) {
    case State::Here: return tr("%1 · here").arg(size);
    case State::Coming:
        return tr("%1 · coming, %2 % here")
            .arg(size)
            .arg(100 * known->begun / std::max<std::uint64_t>(1, of.bytes));
    case State::NotHere: return tr("%1 · not here yet").arg(size);
    case State::Refused: return tr("%1 · refused: not what the note says").arg(size);
    }
    return size;
}

void AttachmentShelf::tell(core::Attachment const& which, Result result) {
    QString const name = textOf(which.name);
    auto const refuse = [this](QString const& words) { m_console.say(Console::Tone::Refused, words); };
    switch (result) {
    case Result::Done: return;
    case Result::NotHere:
        return refuse(tr("%1 is not here yet. It comes when a desk that has it is reached.").arg(name));
    case Result::Damaged:
        m_standings.erase(which.hash);
        ask();
        return refuse(tr("%1 was damaged on this desk's disk. It is asked of other desks again.").arg(name));
    case Result::NotWritten:
        return refuse(tr("%1 cannot be written there. Choose another folder, or make room.").arg(name));
    }
}

void AttachmentShelf::open(core::Attachment const& which, bool isSure) {
    auto* const port = m_console.desk().attachments();
    if (port == nullptr) return;
    port->read(which, [shelf = QPointer(this), which, isSure](Result result, core::Bytes const& bytes) {
        if (!shelf) return;
        if (result != Result::Done) return shelf->tell(which, result);
        if (!isSure && isProgram(which.name, bytes)) return Q_EMIT shelf->programMet(which);
        shelf->show(which, bytes);
    });
}

/// A copy, so that whoever changes it changes nothing here; without the right to be run.
void AttachmentShelf::show(core::Attachment const& which, core::Bytes const& bytes) {
    QString const folder = m_folder.filePath(QString::number(++m_opened));
    QFile file(folder + QLatin1Char('/') + textOf(core::attachmentName(which.name)));
    auto const size = static_cast<qint64>(bytes.size());
    bool const isWritten = m_folder.isValid() && QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
                           && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                           && file.write(reinterpret_cast<char const*>(bytes.data()), size) == size;
    file.close();
    if (!isWritten) return tell(which, Result::NotWritten);
    if (!m_viewer(QUrl::fromLocalFile(file.fileName())))
        m_console.say(Console::Tone::Refused,
                      tr("This machine has nothing to show %1 with. Save it and take it elsewhere.")
                          .arg(textOf(which.name)));
}

void AttachmentShelf::save(core::Attachment const& which, QString const& file) {
    auto* const port = m_console.desk().attachments();
    if (port == nullptr) return;
    port->save(which, file.toStdString(), [shelf = QPointer(this), which, file](Result result) {
        if (!shelf) return;
        if (result != Result::Done) return shelf->tell(which, result);
        shelf->m_console.say(Console::Tone::Done, tr("Saved as %1.").arg(file));
    });
}

} // namespace ob::ui
