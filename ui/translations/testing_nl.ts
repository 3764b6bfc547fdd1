<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>Comparison</name>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>One over the other, with a slider</source>
        <translation>Over elkaar, met een schuif</translation>
    </message>
    <message>
        <source>Enlarge both pictures (+)</source>
        <translation>Beide beelden vergroten (+)</translation>
    </message>
    <message>
        <source>Reduce both pictures (-)</source>
        <translation>Beide beelden verkleinen (-)</translation>
    </message>
    <message>
        <source>Show both pictures whole (0)</source>
        <translation>Beide beelden in hun geheel tonen (0)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>There is no picture from before the re-inspection.</source>
        <translation>Er is geen beeld van vóór de herinspectie.</translation>
    </message>
    <message>
        <source>There is no picture of the re-inspection.</source>
        <translation>Er is geen beeld van de herinspectie.</translation>
    </message>
    <message>
        <source>The picture is being read …</source>
        <translation>Het beeld wordt gelezen …</translation>
    </message>
    <message>
        <source>Before and after, one over the other: {0}</source>
        <translation>Voor en na, over elkaar: {0}</translation>
    </message>
    <message>
        <source>Line between before and after</source>
        <translation>Lijn tussen voor en na</translation>
    </message>
    <message>
        <source>{0} by {1} pixels</source>
        <translation>{0} bij {1} pixels</translation>
    </message>
    <message>
        <source>The two pictures are the same, pixel by pixel.</source>
        <translation>De twee beelden zijn gelijk, pixel voor pixel.</translation>
    </message>
    <message>
        <source>The pictures differ in size: before {0}, after {1}; they are laid corner to corner.</source>
        <translation>De beelden verschillen in grootte: voor {0}, na {1}; ze liggen hoek op hoek.</translation>
    </message>
    <message>
        <source>only after</source>
        <translation>alleen na</translation>
    </message>
    <message>
        <source>only before</source>
        <translation>alleen voor</translation>
    </message>
    <message>
        <source>left {0} % before, right {1} % after</source>
        <translation>links {0} % voor, rechts {1} % na</translation>
    </message>
</context>
</TS>
