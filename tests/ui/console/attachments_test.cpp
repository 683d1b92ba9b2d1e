// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Photos and papers of notes in the inspector: what is shown, opened, saved and added.
#include "core/crypto/sha256.h"
#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/console/program_kind.h"
#include "ui/console/thumbnail.h"
#include "ui/main_window.h"
#include "ui/panels/inspector.h"
#include "ui/panels/note_line.h"
#include "ui/panels/timeline_model.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <gmock/gmock.h>

#include <fstream>

namespace ob::ui {
namespace {

using testing::HasSubstr;
using State = AttachmentPort::Standing::State;

core::Bytes bytesOf(QByteArray const& from) { return {from.begin(), from.end()}; }

QByteArray png(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Answers when the test lets events pass, as the real one.
struct FakeAttachments final : AttachmentPort {
    std::map<core::Hash, core::Bytes> held;
    std::map<core::Hash, Standing> standings; ///< of what is not held
    std::vector<std::filesystem::path> saved;
    std::optional<Unfit> unfit;

    core::Attachment put(std::string name, core::Bytes bytes) {
        core::Attachment made{.hash = core::sha256(bytes),
                              .bytes = bytes.size(),
                              .name = name,
                              .mediaType = std::string(core::mediaTypeOf(name))};
        held[made.hash] = std::move(bytes);
        return made;
    }
    void readStandings(std::vector<core::Attachment> of,
                       std::function<void(std::vector<Standing>)> answer) override {
        std::vector<Standing> told;
        for (auto const& each : of)
            told.push_back(held.contains(each.hash) ? Standing{.state = State::Here} : standings[each.hash]);
        QTimer::singleShot(0, [answer, told] { answer(told); });
    }
    void read(core::Attachment which, std::function<void(Result, core::Bytes)> answer) override {
        bool const isHere = held.contains(which.hash);
        QTimer::singleShot(0, [answer, isHere, bytes = isHere ? held[which.hash] : core::Bytes()] {
            answer(isHere ? Result::Done : Result::NotHere, bytes);
        });
    }
    void save(core::Attachment, std::filesystem::path file, std::function<void(Result)> answer) override {
        saved.push_back(file);
        QTimer::singleShot(0, [answer] { answer(Result::Done); });
    }
    void keep(std::vector<std::filesystem::path> files, std::function<void(Kept)> answer) override {
        Kept kept;
        for (auto const& file : files) {
            if (unfit) {
                kept = {.attachments = {}, .file = file.string(), .why = *unfit};
                break;
            }
            std::ifstream in(file, std::ios::binary);
            std::string const bytes((std::istreambuf_iterator<char>(in)), {});
            kept.attachments.push_back(
                put(core::attachmentName(file.string()), core::Bytes(bytes.begin(), bytes.end())));
        }
        QTimer::singleShot(0, [answer, kept] { answer(kept); });
    }
};

struct AttachmentsTest : testing::Test {
    FakeAttachments port;
    test::ConsoleDesk desk;
    test::WindowGivens givens;
    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
    core::IncidentId incident;
    std::vector<QUrl> viewed;
    QString said;

    AttachmentsTest() {
        installLanguage(*qApp, "en");
        desk.keepAttachments(port);
        window = std::make_unique<MainWindow>(desk.console(), givens.services([](QString const&) {}));
        window->resize(1366, 768);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(window.get()));
        incident = desk.done(core::fireAt("Main Street 5"));
        desk.console().selectIncident(incident);
        shelf().openWith([this](QUrl const& url) {
            viewed.push_back(url);
            return true;
        });
        QObject::connect(&desk.console(), &Console::said, window.get(),
                         [this](Console::Tone, QString const& words) { said = words; });
        settle();
    }
    void settle() {
        for (int round = 0; round < 4; ++round) {
            desk.settle();
            QCoreApplication::processEvents();
        }
    }
    void addNote(std::vector<core::Attachment> attachments, std::string text = "as seen") {
        desk.done(core::AddNote{
            .incident = incident, .text = std::move(text), .attachments = std::move(attachments)});
        settle();
    }
    AttachmentShelf& shelf() { return *window->inspector().findChild<AttachmentShelf*>(); }
    QListView* lines() {
        for (auto* const view : window->inspector().findChildren<QListView*>())
            if (qobject_cast<TimelineModel*>(view->model()) != nullptr) return view;
        return nullptr;
    }
    /// Of the timeline that names it; invalid: none.
    QModelIndex lineOf(QString const& name) {
        for (int row = 0; row < lines()->model()->rowCount(); ++row) {
            auto const index = lines()->model()->index(row, 0);
            if (index.data().toString().startsWith(name)) return index;
        }
        return {};
    }
    NoteLine* note() { return window->inspector().findChild<NoteLine*>(); }
    core::Incident const& shown() { return *desk.console().board().incident(incident); }
    QString fileOf(char const* name, QByteArray const& bytes) {
        QFile file(folder.filePath(QString::fromUtf8(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
};

TEST_F(AttachmentsTest, ANoteShowsTheirNamesSizesAndWhatOfThemIsHere) {
    auto const here = port.put("report.pdf", core::Bytes(2'400'000, 7));
    core::Attachment coming{
        .hash = core::sha256(here.hash), .bytes = 1000, .name = "film.mp4", .mediaType = "video/mp4"};
    core::Attachment away{
        .hash = core::sha256(coming.hash), .bytes = 10, .name = "away.jpg", .mediaType = "image/jpeg"};
    core::Attachment wrong{
        .hash = core::sha256(away.hash), .bytes = 10, .name = "wrong.txt", .mediaType = "text/plain"};
    port.standings[coming.hash] = {.state = State::Coming, .begun = 250};
    port.standings[wrong.hash] = {.state = State::Refused, .begun = 11};
    addNote({here, coming, away, wrong});
    auto const words = [this](char const* name) {
        return lineOf(QLatin1StringView(name)).data().toString().toStdString();
    };
    EXPECT_THAT(words("report.pdf"), HasSubstr("2.4 MB · here"));
    EXPECT_THAT(words("film.mp4"), HasSubstr("25 % here"));
    EXPECT_THAT(words("away.jpg"), HasSubstr("not here yet"));
    EXPECT_THAT(words("wrong.txt"), HasSubstr("refused"));
    // It comes, and nobody has to look again.
    port.put("film.mp4", {});
    port.held[coming.hash] = core::Bytes(1000, 1);
    Q_EMIT desk.console().ticked();
    settle();
    EXPECT_THAT(words("film.mp4"), HasSubstr("· here"));
}

TEST_F(AttachmentsTest, APictureIsSeenInSmall) {
    auto const photo = port.put("photo.png", bytesOf(png(1200, 800)));
    addNote({photo});
    EXPECT_TRUE(QTest::qWaitFor([&] { return !shelf().thumbnail(photo).isNull(); }));
    QSize const small = shelf().thumbnail(photo).size();
    EXPECT_LE(small.width(), AttachmentShelf::thumbnailRoom().width());
    settle();
    EXPECT_GT(lines()->visualRect(lineOf(QStringLiteral("photo.png"))).height(), 50);
    EXPECT_FALSE(lines()->grab().isNull());
}

TEST_F(AttachmentsTest, OpenedAsACopyThatNobodyElseReadsAndNothingRuns) {
    addNote({port.put("photo.png", bytesOf(png(40, 40)))});
    lines()->doubleClicked(lineOf(QStringLiteral("photo.png")));
    settle();
    ASSERT_EQ(viewed.size(), 1U);
    QFileInfo const file(viewed.front().toLocalFile());
    EXPECT_EQ(file.fileName(), QStringLiteral("photo.png"));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner), 0);
    EXPECT_EQ(file.size(), static_cast<qint64>(port.held.begin()->second.size()));
}

TEST_F(AttachmentsTest, WhatMayRunSomethingIsAskedAbout) {
    addNote({port.put("photo.png", bytesOf("#!/bin/sh\nrm -rf /\n"))}, "looks like a photo");
    lines()->doubleClicked(lineOf(QStringLiteral("photo.png")));
    settle();
    EXPECT_TRUE(viewed.empty());
    auto* box = window->findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    EXPECT_FALSE(box->isModal());
    EXPECT_EQ(box->defaultButton()->text(), QStringLiteral("Do not open"));
    box->defaultButton()->click();
    settle();
    EXPECT_TRUE(viewed.empty());
    lines()->doubleClicked(lineOf(QStringLiteral("photo.png")));
    settle();
    box = window->findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    for (auto* const button : box->buttons())
        if (button->text() == QStringLiteral("Open it anyway")) button->click();
    settle();
    EXPECT_EQ(viewed.size(), 1U);
}

TEST_F(AttachmentsTest, WhatIsNotHereSaysSo) {
    core::Attachment const away{
        .hash = core::sha256(core::Bytes{1}), .bytes = 10, .name = "away.jpg", .mediaType = "image/jpeg"};
    addNote({away});
    lines()->doubleClicked(lineOf(QStringLiteral("away.jpg")));
    settle();
    EXPECT_TRUE(viewed.empty());
    EXPECT_THAT(said.toStdString(), HasSubstr("not here yet"));
}

TEST_F(AttachmentsTest, FilesGoWithANoteThatIsWritten) {
    QString const one = fileOf("one.txt", "first"), two = fileOf("two.txt", "second");
    note()->attach({one, two, one});
    EXPECT_EQ(note()->files(), (QStringList{one, two}));
    note()->line()->setText(QStringLiteral("the keys of the house"));
    QTest::keyClick(note()->line(), Qt::Key_Return);
    settle();
    auto const& sent = std::get<core::AddNote>(desk.submitted().back().intent);
    EXPECT_EQ(sent.text, "the keys of the house");
    ASSERT_EQ(sent.attachments.size(), 2U);
    EXPECT_EQ(sent.attachments[1].name, "two.txt");
    EXPECT_TRUE(note()->files().isEmpty());
    EXPECT_TRUE(note()->line()->text().isEmpty());
    EXPECT_TRUE(lineOf(QStringLiteral("one.txt")).isValid());
}

TEST_F(AttachmentsTest, AFileAloneIsANoteToo) {
    note()->attach({fileOf("one.txt", "first")});
    QTest::keyClick(note()->line(), Qt::Key_Return);
    settle();
    EXPECT_EQ(shown().noteCount, 1U);
}

TEST_F(AttachmentsTest, WhatCannotBeAttachedStaysAndIsNamed) {
    port.unfit = AttachmentPort::Unfit::TooLarge;
    note()->attach({fileOf("film.mp4", "long")});
    note()->line()->setText(QStringLiteral("the whole film"));
    QTest::keyClick(note()->line(), Qt::Key_Return);
    settle();
    EXPECT_EQ(shown().noteCount, 0U);
    EXPECT_THAT(said.toStdString(), HasSubstr("film.mp4 is larger than 64 MiB"));
    EXPECT_EQ(note()->files().size(), 1);
    EXPECT_EQ(note()->line()->text(), QStringLiteral("the whole film"));
}

TEST_F(AttachmentsTest, AUsualNoteLeavesTheFilesToWhatIsBeingTyped) {
    note()->attach({fileOf("one.txt", "first")});
    Q_EMIT note()->entered(QStringLiteral("Access blocked"), {});
    settle();
    EXPECT_EQ(shown().noteCount, 1U);
    EXPECT_EQ(note()->files().size(), 1);
}

TEST_F(AttachmentsTest, NoMoreThanANoteMayHave) {
    QStringList many;
    for (int at = 0; at < 20; ++at)
        many << folder.filePath(QString::number(at));
    note()->attach(many);
    EXPECT_EQ(note()->files().size(), 16);
    EXPECT_THAT(said.toStdString(), HasSubstr("At most 16"));
}

TEST_F(AttachmentsTest, AFileThatIsDroppedUponTheLineGoesWithTheNote) {
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(fileOf("one.txt", "first")), QUrl(QStringLiteral("https://x.example/"))});
    QDragEnterEvent over(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(note()->line(), &over);
    EXPECT_TRUE(over.isAccepted());
    EXPECT_TRUE(note()->files().isEmpty());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(note()->line(), &drop);
    EXPECT_EQ(note()->files().size(), 1);
    EXPECT_TRUE(note()->line()->text().isEmpty());
}

TEST_F(AttachmentsTest, AnImageThatIsPastedGoesWithTheNoteAndWordsAreWords) {
    QGuiApplication::clipboard()->setImage(QImage::fromData(png(30, 20)));
    note()->line()->setFocus();
    QTest::keyClick(note()->line(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(note()->files().size(), 1);
    EXPECT_EQ(QImage(note()->files().front()).size(), QSize(30, 20));
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    QTest::keyClick(note()->line(), Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(note()->line()->text(), QStringLiteral("words"));
    EXPECT_EQ(note()->files().size(), 1);
}

TEST(Thumbnail, IsMadeOfPicturesOnlyAndNeverLarge) {
    EXPECT_EQ(thumbnailOf(png(1200, 300), {240, 160}).size(), QSize(240, 60));
    EXPECT_EQ(thumbnailOf(png(20, 10), {240, 160}).size(), QSize(20, 10));
    EXPECT_TRUE(thumbnailOf("no picture", {240, 160}).isNull());
    EXPECT_TRUE(thumbnailOf({}, {240, 160}).isNull());
    EXPECT_TRUE(thumbnailOf(R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>)", {240, 160})
                    .isNull());
    // The head says that it is enormous; nothing is made ready for that.
    QByteArray bomb = png(4, 4);
    bomb[16] = '\x00', bomb[17] = '\x01', bomb[18] = '\x00', bomb[19] = '\x00';
    bomb[20] = '\x00', bomb[21] = '\x01', bomb[22] = '\x00', bomb[23] = '\x00';
    EXPECT_TRUE(thumbnailOf(bomb, {240, 160}).isNull());
    for (qsizetype cut = 0; cut < 60; ++cut)
        thumbnailOf(png(8, 8).first(cut), {240, 160});
}

TEST(ProgramKind, AsksAboutWhateverIsNotKnownToBeHarmless) {
    core::Bytes const plain{'h', 'i'};
    for (char const* const name : {"a.jpg", "A.PDF", "照片.png", "list.csv"})
        EXPECT_FALSE(isProgram(name, plain)) << name;
    for (char const* const name :
         {"a.sh", "a.exe", "photo.jpg.desktop", "a.docm", "a.html", "a.svg", "a", "a.jar"})
        EXPECT_TRUE(isProgram(name, plain)) << name;
    EXPECT_TRUE(isProgram("photo.jpg", core::Bytes{0x7f, 'E', 'L', 'F'}));
    EXPECT_TRUE(isProgram("photo.jpg", core::Bytes{'M', 'Z'}));
    EXPECT_FALSE(isProgram("photo.jpg", {}));
}

} // namespace
} // namespace ob::ui
