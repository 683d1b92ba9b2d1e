-- SPDX-FileCopyrightText: 2026 OneBoard contributors
-- SPDX-License-Identifier: Apache-2.0
-- What of OpenStreetMap goes into the tiles: layers and classes of the OpenMapTiles schema
-- (openmaptiles.org/schema), names in their own, Chinese and English form.
--
-- tilemaker 2 hands each function the object whose methods it is to call; tilemaker 3 has functions instead,
-- which take the place of these after this file was read.

local current

local function delegate(name)
    _G[name] = function(...) return current[name](current, ...) end
end
for _, name in ipairs { "Find", "Holds", "Layer", "LayerAsCentroid", "Attribute", "AttributeNumeric", "MinZoom",
                        "ZOrder", "IsClosed", "Area", "NextRelation", "FindInRelation", "Accept" } do
    delegate(name)
end

local function set(names)
    local members = {}
    for name in names:gmatch("%S+") do members[name] = true end
    return members
end

local function first(...)
    for _, value in ipairs { ... } do
        if value ~= "" then return value end
    end
    return ""
end

-- Names and numbers ----------------------------------------------------------------------------------------

local nameKeys = { "name", "name:zh", "name:zh-Hans", "name:en" }

local function hasName()
    return Find("name") ~= "" or Find("name:zh") ~= "" or Find("name:en") ~= ""
end

local function writeNames()
    for _, key in ipairs(nameKeys) do
        local value = Find(key)
        if value ~= "" then Attribute(key, value) end
    end
end

local function writeText(key, value)
    if value ~= "" then Attribute(key, value) end
end

-- "12", "12.5 m"
local function metres(text)
    return tonumber(text:match("^%s*(%d+%.?%d*)%s*m?%s*$") or "")
end

-- Points of interest ---------------------------------------------------------------------------------------

-- class by amenity; what an emergency service looks for is seen from farther away
local amenityClass = {
    hospital = "hospital", clinic = "hospital", police = "police", fire_station = "fire_station", fuel = "fuel",
    school = "school", kindergarten = "school", college = "college", university = "college",
    bus_station = "bus", townhall = "town_hall", courthouse = "town_hall", community_centre = "town_hall",
    library = "library", place_of_worship = "place_of_worship", prison = "prison", post_office = "post",
    bank = "bank", pharmacy = "pharmacy", marketplace = "grocery", theatre = "theatre", cinema = "cinema",
    nursing_home = "nursing_home", social_facility = "nursing_home", ferry_terminal = "ferry_terminal",
    restaurant = "restaurant", fast_food = "fast_food", cafe = "cafe", bar = "bar", pub = "bar",
    embassy = "embassy", parking = "parking", charging_station = "fuel", arts_centre = "theatre",
}
local tourismClass = {
    hotel = "lodging", motel = "lodging", hostel = "lodging", guest_house = "lodging", museum = "museum",
    attraction = "attraction", zoo = "zoo", theme_park = "attraction", viewpoint = "attraction",
    gallery = "museum", aquarium = "zoo", camp_site = "campsite",
}
local leisureClass = {
    stadium = "stadium", sports_centre = "stadium", park = "park", swimming_pool = "swimming", marina = "harbor",
    golf_course = "golf", garden = "park",
}
local rankOf = {
    hospital = 1, clinic = 10, fire_station = 1, police = 1, railway = 2, school = 7, college = 6, stadium = 8, town_hall = 5,
    fuel = 9, bus = 9, attraction = 10, museum = 10, park = 12, prison = 8, nursing_home = 9, embassy = 10,
    ferry_terminal = 8, lodging = 16, library = 14, theatre = 14, post = 16, pharmacy = 16, shop = 20,
}
local farSeen = { hospital = 11, police = 12, fire_station = 12, railway = 11, stadium = 13, college = 13 }

local function pointClass()
    local amenity = Find("amenity")
    local class = amenityClass[amenity]
    if class then return class, amenity end
    local railway = Find("railway")
    if railway == "station" or railway == "halt" then
        return "railway", Find("station") == "subway" and "subway" or railway
    end
    local tourism = Find("tourism")
    class = tourismClass[tourism]
    if class then return class, tourism end
    local leisure = Find("leisure")
    class = leisureClass[leisure]
    if class then return class, leisure end
    local other = first(Find("shop"), Find("office"), Find("craft"))
    if other ~= "" and other ~= "no" then return "shop", other end
    if amenity ~= "" and Find("name") ~= "" then return amenity, amenity end
    return nil
end

local alwaysShown = set "hospital police fire_station"

-- True when something was written.
local function writePoint(asCentroid)
    local class, subclass = pointClass()
    if not class then return false end
    local isFound = alwaysShown[class] and subclass ~= "clinic" -- which may be a dentist's, or for dogs
    if not hasName() and not isFound then return false end
    if asCentroid then LayerAsCentroid("poi") else Layer("poi", false) end
    MinZoom(subclass ~= "clinic" and farSeen[class] or 14)
    Attribute("class", class)
    Attribute("subclass", subclass)
    AttributeNumeric("rank", rankOf[subclass] or rankOf[class] or 25)
    writeNames()
    return true
end

local function writeHouseNumber(asCentroid)
    local number = Find("addr:housenumber")
    if number == "" then return end
    if asCentroid then LayerAsCentroid("housenumber") else Layer("housenumber", false) end
    Attribute("housenumber", number)
end

-- Nodes ----------------------------------------------------------------------------------------------------

node_keys = { "addr:housenumber", "aeroway", "amenity", "craft", "leisure", "natural", "office", "place", "railway",
              "shop", "tourism" }

local placeZoom = {
    country = 1, state = 4, province = 4, city = 5, town = 8, borough = 9, suburb = 10, quarter = 11, village = 10,
    island = 11, hamlet = 12, neighbourhood = 13, locality = 13, isolated_dwelling = 14,
}

-- Where two towns want one spot, the capital is written, else the larger one.
local function placeRank(place)
    local people = tonumber(Find("population")) or 0
    local capital = Find("capital")
    local isCapital = capital ~= "" and capital ~= "no"
    local ahead = (isCapital and 6 or 0)
        + (people > 50000 and 3 or people > 10000 and 2 or people > 3000 and 1 or 0)
    if place == "city" then
        local rank = people > 5000000 and 1 or people > 1000000 and 2 or people > 300000 and 4 or 6
        return math.max(1, rank - (isCapital and 3 or 0))
    end
    local ranks = { country = 1, state = 1, province = 1, town = 8, borough = 9, suburb = 10, village = 11 }
    return math.max(1, (ranks[place] or 14) - ahead)
end

function node_function(node)
    current = node
    local place = Find("place")
    if placeZoom[place] and hasName() then
        Layer("place", false)
        MinZoom(placeZoom[place])
        Attribute("class", place)
        AttributeNumeric("rank", placeRank(place))
        writeNames()
        return
    end
    if Find("aeroway") == "aerodrome" and hasName() then
        Layer("aerodrome_label", false)
        Attribute("class", first(Find("aerodrome"), "other"))
        writeNames()
        return
    end
    local natural = Find("natural")
    if (natural == "peak" or natural == "volcano") and hasName() then
        Layer("mountain_peak", false)
        Attribute("class", natural)
        AttributeNumeric("rank", 1)
        writeNames()
        return
    end
    if natural == "bay" and hasName() then
        Layer("water_name", false)
        Attribute("class", "bay")
        writeNames()
    end
    writeHouseNumber(false)
    writePoint(false)
end

-- Roads and rails ------------------------------------------------------------------------------------------

local roadClass = {
    motorway = "motorway", trunk = "trunk", primary = "primary", secondary = "secondary", tertiary = "tertiary",
    unclassified = "minor", residential = "minor", living_street = "minor", road = "minor",
    service = "service", busway = "busway", track = "track",
    cycleway = "path", bridleway = "path", footway = "path", path = "path", steps = "path", pedestrian = "path",
}
local roadZoom = {
    motorway = 4, trunk = 5, primary = 7, secondary = 9, tertiary = 11, minor = 12, busway = 13, service = 13,
    track = 13, path = 14,
}
local nameZoom = {
    motorway = 10, trunk = 10, primary = 11, secondary = 12, tertiary = 13, minor = 13, busway = 14, service = 14,
    track = 14, path = 14,
}
local drawnOrder = { motorway = 9, trunk = 8, primary = 6, secondary = 5, tertiary = 4 }
local yes = set "yes true 1"

local function isYes(key)
    local value = Find(key)
    return value ~= "" and value ~= "no"
end

local function writeCourse(class)
    local layer = tonumber(Find("layer")) or 0
    local isBridge, isTunnel = isYes("bridge"), isYes("tunnel")
    if isBridge then Attribute("brunnel", "bridge") elseif isTunnel then Attribute("brunnel", "tunnel") end
    if layer >= -5 and layer <= 5 and layer ~= 0 then AttributeNumeric("layer", layer) end
    local above = isBridge and 10 or (isTunnel and -10 or 0)
    ZOrder(above + math.max(-5, math.min(5, layer)) * 10 + (drawnOrder[class] or 3))
end

local function writeRoad(highway)
    local kind, ramp = highway:match("^(.-)_link$"), false
    if kind then ramp = true else kind = highway end
    local class = roadClass[kind]
    if not class then return end
    local isArea = IsClosed() and (yes[Find("area")] or (Find("area:highway") ~= ""))
    if isArea then
        Layer("transportation", true)
        MinZoom(13)
        Attribute("class", "path")
        Attribute("subclass", kind)
        return
    end
    Layer("transportation", false)
    MinZoom(ramp and math.max(roadZoom[class], 10) or roadZoom[class])
    Attribute("class", class)
    if class == "path" then Attribute("subclass", kind) end
    if ramp then AttributeNumeric("ramp", 1) end
    if class == "service" then writeText("service", Find("service")) end
    local oneway = Find("oneway")
    if yes[oneway] or Find("junction") == "roundabout" or (oneway == "" and kind == "motorway") then
        AttributeNumeric("oneway", 1)
    elseif oneway == "-1" then
        AttributeNumeric("oneway", -1)
    end
    writeCourse(class)
    local reference = Find("ref")
    if not hasName() and reference == "" then return end
    Layer("transportation_name", false)
    MinZoom(math.max(nameZoom[class], ramp and 13 or 0))
    Attribute("class", class)
    writeText("ref", reference)
    writeNames()
end

local railZoom = { rail = 8, narrow_gauge = 10, light_rail = 11, subway = 11, monorail = 11, tram = 12, funicular = 12 }

local function writeRail(railway)
    local zoom = railZoom[railway]
    if not zoom then return end
    Layer("transportation", false)
    MinZoom(Find("service") ~= "" and 13 or zoom)
    Attribute("class", railway == "rail" and "rail" or "transit")
    Attribute("subclass", railway)
    writeCourse("rail")
end

-- Areas ----------------------------------------------------------------------------------------------------

-- A side of a tile's pixel in metres at zoom 5, of 256 pixels; each zoom halves it.
local pixelAtZoom5 = 4891.97

-- The first zoom at which the area covers some pixels.
local function zoomOfArea(lowest, highest)
    local area = Area()
    for zoom = lowest, highest - 1 do
        local pixel = pixelAtZoom5 / 2 ^ (zoom - 5)
        if area > 9 * pixel * pixel then return zoom end
    end
    return highest
end

local coverClass = {
    wood = "wood", forest = "wood", scrub = "wood", wetland = "wetland", beach = "sand", sand = "sand",
    farmland = "farmland", farmyard = "farmland", orchard = "farmland", vineyard = "farmland",
    plant_nursery = "farmland", greenhouse_horticulture = "farmland", glacier = "ice", bare_rock = "rock",
    scree = "rock", grassland = "grass", grass = "grass", meadow = "grass", heath = "grass", allotments = "grass",
    park = "grass", village_green = "grass", recreation_ground = "grass", garden = "grass", golf_course = "grass",
}
local useClass = {
    residential = "residential", commercial = "commercial", retail = "retail", industrial = "industrial",
    railway = "railway", quarry = "quarry", cemetery = "cemetery", military = "military", garages = "garages",
    school = "school", kindergarten = "kindergarten", college = "college", university = "university",
    library = "library", hospital = "hospital", clinic = "hospital", stadium = "stadium", pitch = "pitch",
    track = "track", playground = "playground", theme_park = "theme_park", zoo = "zoo", bus_station = "bus_station",
    grave_yard = "cemetery",
}
local waterways = { river = "river", canal = "canal", stream = "stream", drain = "drain", ditch = "ditch" }

local function writeWater(natural, waterway, landuse)
    local class = "lake"
    if waterway ~= "" then class = "river" end
    if natural == "bay" or natural == "strait" then class = "ocean" end
    Layer("water", true)
    MinZoom(zoomOfArea(5, 14))
    Attribute("class", class)
    if hasName() and landuse ~= "basin" then
        LayerAsCentroid("water_name")
        MinZoom(zoomOfArea(8, 14))
        Attribute("class", class)
        writeNames()
    end
end

local function isWater(natural, waterway, landuse)
    return natural == "water" or natural == "bay" or landuse == "reservoir" or landuse == "basin"
        or waterway == "riverbank" or waterway == "dock" or Find("leisure") == "swimming_pool"
end

local function writeGround(natural, landuse)
    local leisure = Find("leisure")
    local cover = first(landuse, natural, leisure)
    if coverClass[cover] then
        Layer("landcover", true)
        MinZoom(zoomOfArea(7, 14))
        Attribute("class", coverClass[cover])
        Attribute("subclass", cover)
        return
    end
    local use = useClass[landuse] or useClass[Find("amenity")] or useClass[leisure] or useClass[Find("tourism")]
    if use then
        Layer("landuse", true)
        MinZoom(zoomOfArea(use == "residential" and 6 or 9, 14))
        Attribute("class", use)
    end
    if Find("boundary") == "national_park" or leisure == "nature_reserve" then
        Layer("park", true)
        MinZoom(zoomOfArea(6, 14))
        Attribute("class", first(Find("boundary"), leisure))
        writeNames()
    end
end

-- A building whose height nobody measured gets it from its floors.
local floorMetres = 3.3
-- No building on earth covers a square kilometre: an outline that does is a slip and would hide a quarter.
local mostSquareMetres = 1000000

local function writeBuilding()
    if Area() > mostSquareMetres then return end
    Layer("building", true)
    MinZoom(zoomOfArea(13, 14))
    local height = metres(Find("height"))
    local floors = tonumber(Find("building:levels"))
    if height then
        AttributeNumeric("render_height", height)
    elseif floors then
        AttributeNumeric("render_height", floors * floorMetres)
    end
end

-- Borders --------------------------------------------------------------------------------------------------

local borderZoom = { [2] = 0, [3] = 3, [4] = 3, [5] = 7, [6] = 8, [7] = 10, [8] = 11 }

function relation_scan_function(relation)
    current = relation
    if Find("type") == "boundary" and Find("boundary") == "administrative" then Accept() end
end

local function writeBorder()
    local level = 99
    while NextRelation() do
        level = math.min(level, tonumber(FindInRelation("admin_level")) or 99)
    end
    if Find("boundary") == "administrative" then
        level = math.min(level, tonumber(Find("admin_level")) or 99)
    end
    if not borderZoom[level] then return end
    Layer("boundary", false)
    MinZoom(borderZoom[level])
    AttributeNumeric("admin_level", level)
    AttributeNumeric("maritime", yes[Find("maritime")] and 1 or 0)
    AttributeNumeric("disputed", yes[Find("disputed")] and 1 or 0)
end

-- Ways -----------------------------------------------------------------------------------------------------

function way_function(way)
    current = way
    if yes[Find("disused")] or yes[Find("abandoned")] then return end
    writeBorder()

    local highway, railway, waterway = Find("highway"), Find("railway"), Find("waterway")
    if highway ~= "" then writeRoad(highway) end
    if railway ~= "" then writeRail(railway) end
    if Find("route") == "ferry" then
        Layer("transportation", false)
        MinZoom(9)
        Attribute("class", "ferry")
    end
    local closed = IsClosed()
    if waterways[waterway] and not closed then
        Layer("waterway", false)
        MinZoom(waterway == "river" and 8 or (waterway == "canal" and 10 or 12))
        Attribute("class", waterways[waterway])
        if isYes("tunnel") then Attribute("brunnel", "tunnel") end
        if hasName() then
            Layer("water_name", false)
            MinZoom(waterway == "river" and 11 or 13)
            Attribute("class", waterways[waterway])
            writeNames()
        end
    end
    local aeroway = Find("aeroway")
    if aeroway ~= "" then
        Layer("aeroway", closed)
        Attribute("class", aeroway)
        if aeroway == "aerodrome" and closed and hasName() then
            LayerAsCentroid("aerodrome_label")
            Attribute("class", first(Find("aerodrome"), "other"))
            writeNames()
        end
    end
    if Find("man_made") == "pier" then
        Layer("transportation", closed)
        MinZoom(13)
        Attribute("class", "pier")
    end
    if not closed then return end

    local natural, landuse, building = Find("natural"), Find("landuse"), Find("building")
    if building ~= "" and building ~= "no" then writeBuilding() end
    if isWater(natural, waterway, landuse) then
        writeWater(natural, waterway, landuse)
    elseif highway == "" then
        writeGround(natural, landuse)
    end
    writeHouseNumber(true)
    local place = Find("place")
    if placeZoom[place] and hasName() and not railZoom[railway] then
        LayerAsCentroid("place")
        MinZoom(placeZoom[place])
        Attribute("class", place)
        AttributeNumeric("rank", placeRank(place))
        writeNames()
        return
    end
    if not writePoint(true) and building ~= "" and hasName() then
        LayerAsCentroid("poi")
        MinZoom(14)
        Attribute("class", "building")
        AttributeNumeric("rank", 30)
        writeNames()
    end
end

-- The shapefile of the sea, if there is one ----------------------------------------------------------------

function attribute_function(attributes, layer)
    return { class = "ocean" }
end

function init_function() end
function exit_function() end
