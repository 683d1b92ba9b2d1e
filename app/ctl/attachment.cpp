// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/attachment_text.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/incident_choice.h"
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/files.h"
#include "app/output_file.h"
#include "core/crypto/sha256.h"
#include "core/restricted_parts.h"
#include "core/store/file_blobs.h"
#include "core/store/sqlite_journal.h"
#include "ui/text/sentence.h"

#include <algorithm>

namespace ob::app {
namespace {

/// What of it is here, for people and programs.
std::string standing(store::FileBlobs& blobs, core::Attachment const& each) {
    if (blobs.has(each.hash)) return "here";
    auto const begun = std::min(blobs.begun(each.hash), each.bytes);
    return begun == 0 ? "not here yet" : std::to_string(100 * begun / each.bytes) + " %";
}

void list(DeskHost& host, core::Incident const& incident, bool json) {
    for (auto const& event : host.desk().events(incident.id)) {
        auto const& parts = event.restricted();
        auto const say = [&](core::Attachment const& each, char const* sharing) {
            std::string const state = standing(host.blobs(), each);
            if (!json) {
                printFormatted("%s  %-5s  %10llu  %-12s  %s\n", core::toHex(each.hash).substr(0, 16).c_str(),
                               sharing, static_cast<unsigned long long>(each.bytes), state.c_str(),
                               each.name.c_str());
                return;
            }
            auto object = attachmentJson(each);
            object.insert(QStringLiteral("event"), ui::textOf(event.id().hex()));
            object.insert(QStringLiteral("agency"),
                          ui::textOf(host.realm().agency(event.author())->code.text()));
            object.insert(QStringLiteral("class"), QLatin1StringView(sharing));
            object.insert(QStringLiteral("here"), host.blobs().has(each.hash));
            object.insert(QStringLiteral("begun"), static_cast<qint64>(host.blobs().begun(each.hash)));
            printJson(object);
        };
        if (parts.joint)
            for (auto const& each : parts.joint->attachments)
                say(each, "joint");
        if (parts.own)
            for (auto const& each : parts.own->attachments)
                say(each, "own");
    }
}

/// Of those that are named in what the desk holds.
std::pair<core::Hash, std::uint64_t> hashBeginning(DeskHost& host, std::string const& digits) {
    constexpr std::size_t fewest = 8;
    std::optional<std::pair<core::Hash, std::uint64_t>> found;
    bool isAmbiguous = digits.size() < fewest;
    host.journal().visitAttachments([&](core::Hash const& hash, std::uint64_t bytes) {
        if (!core::toHex(hash).starts_with(digits)) return;
        isAmbiguous = isAmbiguous || (found && found->first != hash);
        found = {hash, bytes};
    });
    if (isAmbiguous) throw UsageError(QStringLiteral("give more of the hash: attachment list tells it"));
    if (!found)
        throw UsageError(QStringLiteral("no note here names an attachment %1").arg(ui::textOf(digits)));
    return *found;
}

int save(DeskHost& host, QString const& digits, Arguments const& arguments) {
    auto const [hash, told] = hashBeginning(host, digits.toLower().toStdString());
    auto const size = host.blobs().size(hash);
    if (!size) throw FileError("this attachment is not here yet");
    OutputFile out(caller().fileNamed(arguments.required(QStringLiteral("out")).toStdString()),
                   arguments.has(QStringLiteral("force")) ? Overwrite::Allowed : Overwrite::Refused);
    core::Sha256 sum;
    constexpr std::size_t step = 1u << 20;
    for (std::uint64_t at = 0; at < *size; at += step) {
        auto const bytes = host.blobs().read(hash, at, step);
        if (!bytes) throw FileError("this attachment cannot be read");
        sum.add(*bytes);
        out.write({reinterpret_cast<char const*>(bytes->data()), bytes->size()});
        caller().breathe();
    }
    if (sum.finish() != hash) {
        host.dropBlob(hash, told);
        throw FileError("this attachment was damaged on this desk's disk and was thrown away: it is asked "
                        "of other desks again");
    }
    out.finish();
    if (arguments.json()) printJson({{QStringLiteral("bytes"), static_cast<qint64>(*size)}});
    return exitDone;
}

} // namespace

QJsonObject attachmentJson(core::Attachment const& attachment) {
    QJsonObject object{{QStringLiteral("hash"), ui::textOf(core::toHex(attachment.hash))},
                       {QStringLiteral("bytes"), static_cast<qint64>(attachment.bytes)},
                       {QStringLiteral("name"), ui::textOf(attachment.name)}};
    if (!attachment.mediaType.empty())
        object.insert(QStringLiteral("mediaType"), ui::textOf(attachment.mediaType));
    return object;
}

int runAttachment(QStringList const& rest) {
    Arguments arguments(QStringLiteral("attachment"),
                        QStringLiteral("Photos, recordings and papers of an incident: attachment --data DIR "
                                       "list INCIDENT, save HASH --out FILE."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"),
                QStringLiteral("save: write to this file, which nobody else may read (0600)."))
        .flag(QStringLiteral("force"), QStringLiteral("save: replace the file that is there."))
        .positional(QStringLiteral("what"), QStringLiteral("list or save."))
        .positional(QStringLiteral("which"), QStringLiteral("The incident's number, or the hash."));
    arguments.parse(rest);
    auto const given = arguments.rest();
    bool const isList = given.value(0) == QStringLiteral("list");
    if (given.size() != 2 || (!isList && given[0] != QStringLiteral("save")))
        throw UsageError(QStringLiteral("attachment --data DIR list INCIDENT, or save HASH --out FILE"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    int code = exitDone;
    if (isList)
        list(use.host(), *incidentNumbered(use.host().desk().board(), given[1]), arguments.json());
    else
        code = save(use.host(), given[1], arguments);
    use.finish();
    return code;
}

} // namespace ob::app
