// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/attachment_text.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/incident_choice.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/files.h"
#include "core/store/file_blobs.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/wording.h"

#include <QJsonArray>

#include <future>

namespace ob::app {
namespace {

using Kept = tl::expected<store::FileBlobs::Kept, store::FileBlobs::Unfit>;

/// Beside the desk's thread, for which a large file would be a long turn.
Kept keep(store::FileBlobs& blobs, std::filesystem::path const& file) {
    constexpr std::chrono::milliseconds turn{5};
    auto kept = std::async(std::launch::async, [&] { return blobs.keep(file); });
    while (kept.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        if (caller().isStopAsked())
            kept.wait();
        else
            caller().wait(turn);
    return kept.get();
}

std::string why(store::FileBlobs::Unfit unfit) {
    switch (unfit) {
    case store::FileBlobs::Unfit::NotReadable: return "cannot be read";
    case store::FileBlobs::Unfit::NotAFile: return "is not a file";
    case store::FileBlobs::Unfit::Empty: return "is empty";
    case store::FileBlobs::Unfit::TooLarge: return "is larger than 64 MiB";
    }
    return {};
}

core::Attachment attachmentOf(store::FileBlobs& blobs, std::string const& name) {
    core::Attachment made{.hash = {}, .bytes = 0, .name = core::attachmentName(name), .mediaType = {}};
    if (made.name.empty()) throw FileError(name + ": has no name that can be shown");
    auto const kept = keep(blobs, caller().fileNamed(name));
    if (!kept) throw FileError(name + ": " + why(kept.error()));
    made.hash = kept->hash;
    made.bytes = kept->bytes;
    made.mediaType = core::mediaTypeOf(made.name);
    return made;
}

void report(core::Incident const& incident, core::AddNote const& note, core::Receipt const& receipt,
            bool json) {
    if (!json) {
        for (auto const& each : note.attachments)
            print(ui::textOf(incident.number.text() + "  " + each.name + "  " + std::to_string(each.bytes)));
        return;
    }
    QJsonArray ids;
    QJsonArray attachments;
    for (auto const& id : receipt.events)
        ids.append(ui::textOf(id.hex()));
    for (auto const& each : note.attachments)
        attachments.append(attachmentJson(each));
    printJson({{QStringLiteral("events"), ids}, {QStringLiteral("attachments"), attachments}});
}

int submit(DeskHost& host, core::OperatorSession const& who, core::Incident const& incident,
           core::AddNote const& note, Arguments const& arguments) {
    std::optional<core::Result<core::Receipt>> result;
    host.desk().submit({.intent = note, .occurredAt = {}}, who, [&](auto const& told) { result = told; });
    host.commit();
    if (!result) throw core::StoreError("the command was not answered");
    if (*result) {
        report(incident, note, **result, arguments.json());
        return exitDone;
    }
    auto const words = ui::wordingOf(host.desk().board(), host.desk().rules(),
                                     host.desk().profile().agencyCodes, host.zone());
    if (arguments.json())
        printJson(refusalJson(result->error()));
    else
        print(ui::refusalText(result->error(), &words));
    return exitProblem;
}

} // namespace

int runAttach(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("attach"),
        QStringLiteral("Adds a note with photos, recordings or papers to an incident. They go to the desks "
                       "that may have the note, after everything that is urgent."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("note"), QStringLiteral("TEXT"), QStringLiteral("What they show."))
        .flag(QStringLiteral("own"), QStringLiteral("For the own agency alone."))
        .positional(QStringLiteral("incident"), QStringLiteral("Its number, or the last digits of it."))
        .positional(QStringLiteral("file"), QStringLiteral("At most 16, each of at most 64 MiB."));
    addOperatorOptions(arguments);
    arguments.parse(rest);
    if (arguments.rest().size() < 2) throw UsageError(QStringLiteral("attach --data DIR INCIDENT FILE…"));
    if (arguments.rest().size() - 1 > static_cast<qsizetype>(core::Attachment::maxOfNote))
        throw UsageError(QStringLiteral("at most 16 files go with one note"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto const who = operatorOf(arguments);
    DeskUse use(arguments);
    DeskHost& host = use.host();
    auto const incident = incidentNumbered(host.desk().board(), arguments.rest().front());
    core::AddNote note{.incident = incident->id,
                       .text = arguments.value(QStringLiteral("note")).toStdString(),
                       .ownAgencyOnly = arguments.has(QStringLiteral("own")),
                       .attachments = {}};
    for (QString const& file : arguments.rest().mid(1))
        note.attachments.push_back(attachmentOf(host.blobs(), file.toStdString()));
    int const code = submit(host, who, *incident, note, arguments);
    use.finish();
    return code;
}

} // namespace ob::app
