// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/event_sections.h"

#include "core/journal/event_fields.h"
#include "core/journal/field_archive.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ob::core {
namespace {

/// The fact of this kind with nothing in it.
std::optional<Fact> emptyFact(std::uint16_t kind) {
    std::optional<Fact> fact;
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        static_cast<void>(((std::variant_alternative_t<Index, Fact>::kind == kind
                            && (fact.emplace(std::in_place_index<Index>), true))
                           || ...));
    }(std::make_index_sequence<std::variant_size_v<Fact>>());
    return fact;
}

template<class... Parts>
Bytes encodeSection(SectionClass sectionClass, Salt const& salt, std::vector<AgencyIndex> const& audience,
                    Parts&... parts) {
    Bytes bytes;
    CborWriter out(bytes);
    FieldWriter section(out);
    section.required(1, sectionClass);
    writeValue(out.key(2), salt);
    section.set(3, audience, maxAgencies);
    out.key(4);
    FieldWriter body(out);
    (describe(body, parts), ...);
    body.finish();
    section.finish();
    OB_ENSURE(bytes.size() <= maxSectionBytes);
    return bytes;
}

template<class... Parts>
bool readBody(ByteView body, Parts&... parts) {
    CborReader in(body);
    FieldReader fields(in);
    (describe(fields, parts), ...);
    return fields.finish() && in.finish();
}

/// True when this section is what the part says now.
template<class Part>
bool readPart(ByteView body, std::optional<Part>& part) {
    if (part) return false; // a second section of the class comes from a newer version
    Part read;
    if (!readBody(body, read)) return false;
    part = std::move(read);
    return true;
}

class DraftResolver {
  public:
    explicit DraftResolver(std::function<Hash(std::uint32_t)> const& resolve) : m_resolve(resolve) {}

    template<class T>
    void required(std::uint64_t, T& value) {
        visit(value);
    }
    template<class T>
    void field(std::uint64_t, T& value) {
        visit(value);
    }
    template<class T>
    void list(std::uint64_t, std::vector<T>& values, std::size_t) {
        for (auto& value : values)
            visit(value);
    }
    template<class T>
    void set(std::uint64_t number, std::vector<T>& values, std::size_t max) {
        list(number, values, max);
    }

  private:
    template<class T>
    void visit(T&) {}
    template<class Tag>
    void visit(Id<Tag>& id) {
        if (auto const draft = id.draft()) id = Id<Tag>(m_resolve(*draft));
    }

    std::function<Hash(std::uint32_t)> const& m_resolve;
};

/// Nearly all sections name no attachment, and all that come are asked: its hash is 32 bytes of CBOR.
bool mayHoldHash(ByteView section) {
    constexpr std::array<std::uint8_t, 2> head{0x58, 0x20};
    return std::search(section.begin(), section.end(), head.begin(), head.end()) != section.end();
}

} // namespace

bool isKnownKind(std::uint16_t kind) { return emptyFact(kind).has_value(); }

std::uint16_t kindOf(Fact const& fact) {
    return std::visit([](auto const& known) { return known.kind; }, fact);
}

std::vector<PlainSection> encodeSections(EventBody const& body, RestrictedParts const& restricted,
                                         SaltSource const& salt) {
    std::vector<PlainSection> sections;
    EventBody open = body; // describe() serves readers too, so it wants what may change
    sections.push_back({SectionClass::Open, std::visit(
                                                [&](auto& fact) {
                                                    return encodeSection(SectionClass::Open, salt(), {},
                                                                         open.circumstance, fact);
                                                },
                                                open.fact)});
    auto const add = [&](SectionClass sectionClass, auto part, std::vector<AgencyIndex> const& audience) {
        if (part) sections.push_back({sectionClass, encodeSection(sectionClass, salt(), audience, *part)});
    };
    add(SectionClass::Joint, restricted.joint,
        restricted.joint ? restricted.joint->audience : std::vector<AgencyIndex>());
    add(SectionClass::Own, restricted.own, {});
    add(SectionClass::Personal, restricted.personal, {});
    add(SectionClass::Sealed, restricted.sealed, {});
    return sections;
}

std::optional<SectionView> viewSection(ByteView bytes) {
    CborReader in(bytes);
    SectionView section;
    Salt salt{};
    in.enterMap();
    if (in.nextKey() != 1) return std::nullopt;
    readValue(in, section.sectionClass);
    if (in.nextKey() != 2) return std::nullopt;
    readValue(in, salt);
    auto key = in.nextKey();
    if (key == 3) {
        if (section.sectionClass == SectionClass::Open) return std::nullopt;
        std::size_t const count = in.enterArray();
        if (count == 0 || count > maxAgencies) return std::nullopt;
        while (in.nextElement()) {
            AgencyIndex agency;
            readValue(in, agency);
            if (!section.audience.empty() && agency <= section.audience.back()) return std::nullopt;
            section.audience.push_back(agency);
        }
        key = in.nextKey();
    }
    if (key != 4 || in.peek() != CborType::Map) return std::nullopt;
    section.body = in.item();
    if (in.nextKey() || !in.finish()) return std::nullopt;
    return section;
}

std::shared_ptr<EventBody const> readOpenBody(std::uint16_t kind, ByteView body) {
    auto fact = emptyFact(kind);
    if (!fact) return nullptr;
    auto event = std::make_shared<EventBody>(EventBody{.circumstance = {}, .fact = std::move(*fact)});
    bool const isUnderstood =
        std::visit([&](auto& known) { return readBody(body, event->circumstance, known); }, event->fact);
    return isUnderstood ? event : nullptr;
}

void readRestrictedBody(SectionView const& section, RestrictedParts& parts) {
    switch (section.sectionClass) {
    case SectionClass::Open: break;
    case SectionClass::Joint:
        if (readPart(section.body, parts.joint)) parts.joint->audience = section.audience;
        break;
    case SectionClass::Own: readPart(section.body, parts.own); break;
    case SectionClass::Personal: readPart(section.body, parts.personal); break;
    case SectionClass::Sealed: readPart(section.body, parts.sealed); break;
    }
}

std::vector<Attachment> attachmentsIn(EncodedSection const& section) {
    bool const isJoint = section.sectionClass == SectionClass::Joint;
    if (!isJoint && section.sectionClass != SectionClass::Own) return {};
    if (!mayHoldHash(section.bytes)) return {};
    auto const view = viewSection(section.bytes);
    if (!view || view->sectionClass != section.sectionClass) return {};
    CborReader in(view->body);
    in.enterMap();
    std::uint64_t const wanted = isJoint ? JointPart::attachmentsField : OwnPart::attachmentsField;
    auto key = in.nextKey();
    while (key && *key < wanted)
        key = in.nextKey();
    if (key != wanted) return {}; // as with nearly all: nothing more is read
    RestrictedParts parts;
    readRestrictedBody(*view, parts);
    if (parts.joint) return std::move(parts.joint->attachments);
    return parts.own ? std::move(parts.own->attachments) : std::vector<Attachment>();
}

void resolveDraftIds(EventBody& body, std::function<Hash(std::uint32_t)> const& resolve) {
    DraftResolver resolver(resolve);
    std::visit([&](auto& fact) { describe(resolver, fact); }, body.fact);
}

std::optional<StreamKind> streamCreatedBy(std::uint16_t kind) {
    switch (kind) {
    case LogOpened::kind: return StreamKind::Desk;
    case IncidentOpened::kind: return StreamKind::Incident;
    case UnitRegistered::kind: return StreamKind::Unit;
    case PolicyOpened::kind: return StreamKind::Policy;
    }
    return std::nullopt;
}

} // namespace ob::core
