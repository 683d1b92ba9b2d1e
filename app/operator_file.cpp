// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/operator_file.h"

#include "app/files.h"
#include "app/operator_roles.h"
#include "core/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <initializer_list>

namespace ob::app {
namespace {

constexpr int fileVersion = 1;

/// Why a file is not taken; where it stands is said by who reads it.
struct Damage {
    std::string what;
};

/// All of them, and perhaps the other one.
void expectKeys(QJsonObject const& object, std::initializer_list<char const*> keys,
                char const* optional = nullptr) {
    for (auto const& key : object.keys()) {
        bool isKnown = optional != nullptr && key == QLatin1StringView(optional);
        for (char const* const each : keys)
            isKnown = isKnown || key == QLatin1StringView(each);
        if (!isKnown)
            throw Damage{"it has a key \"" + key.toStdString() + "\", which this version does not know"};
    }
    for (char const* const each : keys)
        if (!object.contains(QLatin1StringView(each)))
            throw Damage{std::string("a key \"") + each + "\" is missing"};
}

Operator operatorOf(QJsonValue const& value) {
    auto const object = value.toObject();
    expectKeys(object, {"name", "roles", "passphrase", "isActive"}, "positions");
    auto hash =
        core::PassphraseHash::parse(object.value(QLatin1StringView("passphrase")).toString().toStdString());
    std::string name = object.value(QLatin1StringView("name")).toString().toStdString();
    if (!hash) throw Damage{"the passphrase of " + name + " is no Argon2id hash"};
    if (!object.value(QLatin1StringView("isActive")).isBool())
        throw Damage{"isActive of " + name + " is not true or false"};
    std::uint8_t roles = 0;
    for (auto const& each : object.value(QLatin1StringView("roles")).toArray()) {
        auto const role = roleNamed(each.toString().toStdString());
        if (!role)
            throw Damage{"it has a role \"" + each.toString().toStdString()
                         + "\", which this version does not know"};
        roles |= static_cast<std::uint8_t>(*role);
    }
    std::vector<core::Code> positions;
    auto const kept = object.value(QLatin1StringView("positions"));
    if (!kept.isUndefined() && kept.toArray().isEmpty())
        throw Damage{"positions of " + name + " is no list of them"};
    for (auto const& each : kept.toArray()) {
        auto const position = core::Code::of(each.toString().toStdString());
        if (!position) throw Damage{"a position of " + name + " is no code"};
        positions.push_back(*position);
    }
    return {.name = std::move(name),
            .roles = roles,
            .passphrase = *std::move(hash),
            .isActive = object.value(QLatin1StringView("isActive")).toBool(),
            .positions = std::move(positions)};
}

OperatorList listOf(core::Bytes const& bytes) {
    QJsonParseError error;
    auto const document = QJsonDocument::fromJson(
        QByteArray(reinterpret_cast<char const*>(bytes.data()), static_cast<qsizetype>(bytes.size())),
        &error);
    if (!document.isObject())
        throw Damage{"it is no JSON object (" + error.errorString().toStdString() + ')'};
    auto const object = document.object();
    if (object.value(QLatin1StringView("version")).toInt() != fileVersion)
        throw Damage{"it is of another version than this program's"};
    expectKeys(object, {"version", "operators"});
    if (!object.value(QLatin1StringView("operators")).isArray()) throw Damage{"operators is no list"};
    OperatorList list;
    for (auto const& each : object.value(QLatin1StringView("operators")).toArray())
        list.add(operatorOf(each));
    return list;
}

core::Bytes bytesOf(OperatorList const& list) {
    QJsonArray operators;
    for (auto const& each : list.all()) {
        QJsonArray roles;
        for (auto const role : namesOfRoles(each.roles))
            roles.append(QString::fromUtf8(role.data(), static_cast<qsizetype>(role.size())));
        QJsonObject object{{QStringLiteral("name"), QString::fromStdString(each.name)},
                           {QStringLiteral("roles"), roles},
                           {QStringLiteral("passphrase"), QString::fromStdString(each.passphrase.text())},
                           {QStringLiteral("isActive"), each.isActive}};
        QJsonArray positions;
        for (auto const& position : each.positions)
            positions.append(QString::fromStdString(position.text()));
        // Left out, so that programs from before there were positions read the list of who has none.
        if (!positions.isEmpty()) object.insert(QStringLiteral("positions"), positions);
        operators.append(object);
    }
    auto const text = QJsonDocument(QJsonObject{{QStringLiteral("version"), fileVersion},
                                                {QStringLiteral("operators"), operators}})
                          .toJson();
    return {text.begin(), text.end()};
}

} // namespace

OperatorFile::OperatorFile(std::filesystem::path const& dataFolder)
    : m_file(dataFolder / "operators.json"), m_lock(dataFolder / "operators.lock") {}

std::optional<OperatorList> OperatorFile::read() const {
    auto const bytes = readFileIfThere(m_file);
    if (!bytes) return std::nullopt;
    auto const refused = [this](std::string const& why) {
        return FileError(m_file.string() + " cannot be used: " + why
                         + ". Restore it from a copy, or move it away and make the operators anew "
                           "(oneboardctl operator add); it was left as it is");
    };
    try {
        return listOf(*bytes);
    } catch (Damage const& damage) {
        throw refused(damage.what);
    } catch (OperatorRefusal const& refusal) {
        throw refused(refusal.what());
    }
}

void OperatorFile::change(std::function<void(OperatorList&)> const& change) const {
    FileLock const lock(m_lock);
    auto list = read().value_or(OperatorList());
    bool const wasInCharge = list.isInCharge();
    change(list);
    if (wasInCharge && !list.isInCharge())
        throw OperatorRefusal("nobodyInCharge",
                              "then nobody active would be supervisor or admin: give that role to another "
                              "operator first");
    writeFile(m_file, bytesOf(list), Secrecy::Secret);
}

} // namespace ob::app
