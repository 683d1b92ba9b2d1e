// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/mappings.h"

#include "app/caller.h"
#include "app/files.h"
#include "app/system_time.h"
#include "core/interop/mapping_json.h"

#include <QDir>
#include <QFile>

static void initMappings() { Q_INIT_RESOURCE(app_mappings); }

namespace ob::app {
namespace {

std::string textOfFile(std::filesystem::path const& file) {
    auto const bytes = readFile(file);
    return {bytes.begin(), bytes.end()};
}

QString folder() { return QStringLiteral(":/import"); }

std::string shippedText(QString const& name) {
    QFile file(folder() + QLatin1Char('/') + name + QStringLiteral(".json"));
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly))
        throw FileError("there is no format " + name.toStdString() + "; formats are "
                        + shippedMappingNames().join(QStringLiteral(", ")).toStdString()
                        + ", or give a mapping file with --map");
    return file.readAll().toStdString();
}

} // namespace

QStringList shippedMappingNames() {
    initMappings();
    QStringList names;
    for (QString const& file : QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        names << file.chopped(5);
    return names;
}

core::Mapping mappingOf(QString const& name, QString const& file, core::RuleBook const& rules) {
    initMappings();
    std::string const shown = file.isEmpty() ? name.toStdString() : file.toStdString();
    std::string const text = file.isEmpty() ? shippedText(name) : textOfFile(caller().fileNamed(shown));
    auto mapping = core::loadMapping(shown, text, rules);
    if (!mapping)
        throw FileError("the mapping " + shown + " is wrong at "
                        + (mapping.error().path.empty() ? "/" : mapping.error().path) + ": "
                        + mapping.error().message);
    if (mapping->timeZone != "realm" && !RealmZone::isKnown(mapping->timeZone))
        throw FileError("the mapping " + shown
                        + " names a time zone that this machine does not know: " + mapping->timeZone);
    return *std::move(mapping);
}

} // namespace ob::app
