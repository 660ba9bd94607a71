<?xml version="1.0" encoding="UTF-8"?>
<!-- A small DC to MODS crosswalk, written for the benchmark: what XSLT does where Garner's mapping does much more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:oai="http://www.openarchives.org/OAI/2.0/" xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.loc.gov/mods/v3" exclude-result-prefixes="oai oai_dc dc">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <modsCollection>
      <xsl:apply-templates select="oai:OAI-PMH/oai:ListRecords/oai:record/oai:metadata/oai_dc:dc"/>
    </modsCollection>
  </xsl:template>

  <xsl:template match="oai_dc:dc">
    <mods version="3.7">
      <xsl:apply-templates select="dc:title"/>
      <xsl:apply-templates select="dc:creator|dc:contributor"/>
      <xsl:apply-templates select="dc:type"/>
      <xsl:if test="dc:publisher or dc:date">
        <originInfo eventType="publication">
          <xsl:apply-templates select="dc:publisher"/>
          <xsl:apply-templates select="dc:date"/>
        </originInfo>
      </xsl:if>
      <xsl:apply-templates select="dc:language"/>
      <xsl:if test="dc:format">
        <physicalDescription><xsl:apply-templates select="dc:format"/></physicalDescription>
      </xsl:if>
      <xsl:apply-templates select="dc:description"/>
      <xsl:apply-templates select="dc:subject"/>
      <xsl:apply-templates select="dc:coverage"/>
      <xsl:apply-templates select="dc:source"/>
      <xsl:apply-templates select="dc:relation"/>
      <xsl:apply-templates select="dc:identifier"/>
      <xsl:apply-templates select="dc:rights"/>
      <recordInfo>
        <recordIdentifier><xsl:value-of select="../../oai:header/oai:identifier"/></recordIdentifier>
      </recordInfo>
    </mods>
  </xsl:template>

  <xsl:template name="lang">
    <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="dc:title">
    <titleInfo>
      <xsl:if test="position() &gt; 1"><xsl:attribute name="type">alternative</xsl:attribute></xsl:if>
      <xsl:call-template name="lang"/>
      <title><xsl:value-of select="normalize-space(.)"/></title>
    </titleInfo>
  </xsl:template>

  <xsl:template match="dc:creator"><xsl:call-template name="name"><xsl:with-param name="role" select="'cre'"/></xsl:call-template></xsl:template>
  <xsl:template match="dc:contributor"><xsl:call-template name="name"><xsl:with-param name="role" select="'ctb'"/></xsl:call-template></xsl:template>

  <xsl:template name="name">
    <xsl:param name="role"/>
    <name>
      <xsl:choose>
        <xsl:when test="contains(., ', ')">
          <xsl:attribute name="type">personal</xsl:attribute>
          <namePart type="family"><xsl:value-of select="substring-before(., ', ')"/></namePart>
          <namePart type="given"><xsl:value-of select="substring-after(., ', ')"/></namePart>
        </xsl:when>
        <xsl:otherwise><namePart><xsl:value-of select="normalize-space(.)"/></namePart></xsl:otherwise>
      </xsl:choose>
      <role><roleTerm type="code" authority="marcrelator"><xsl:value-of select="$role"/></roleTerm></role>
    </name>
  </xsl:template>

  <xsl:template match="dc:type">
    <xsl:choose>
      <xsl:when test=". = 'Text'"><typeOfResource>text</typeOfResource></xsl:when>
      <xsl:when test=". = 'StillImage'"><typeOfResource>still image</typeOfResource></xsl:when>
      <xsl:when test=". = 'Dataset'"><typeOfResource>software, multimedia</typeOfResource></xsl:when>
      <xsl:when test="starts-with(., 'info:eu-repo/semantics/')"><genre><xsl:value-of select="substring-after(., 'semantics/')"/></genre></xsl:when>
      <xsl:otherwise><genre><xsl:value-of select="."/></genre></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="dc:publisher"><publisher><xsl:value-of select="normalize-space(.)"/></publisher></xsl:template>
  <xsl:template match="dc:date"><dateIssued encoding="w3cdtf"><xsl:value-of select="."/></dateIssued></xsl:template>
  <xsl:template match="dc:language"><language><languageTerm type="code" authority="iso639-2b"><xsl:value-of select="."/></languageTerm></language></xsl:template>
  <xsl:template match="dc:format"><internetMediaType><xsl:value-of select="."/></internetMediaType></xsl:template>
  <xsl:template match="dc:description"><abstract><xsl:call-template name="lang"/><xsl:value-of select="normalize-space(.)"/></abstract></xsl:template>

  <xsl:template match="dc:subject">
    <xsl:choose>
      <xsl:when test="starts-with(., 'ddc:')"><classification authority="ddc"><xsl:value-of select="substring-after(., 'ddc:')"/></classification></xsl:when>
      <xsl:otherwise><subject><xsl:call-template name="lang"/><topic><xsl:value-of select="normalize-space(.)"/></topic></subject></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="dc:coverage"><subject><geographic><xsl:value-of select="normalize-space(.)"/></geographic></subject></xsl:template>
  <xsl:template match="dc:source"><relatedItem type="host"><titleInfo><title><xsl:value-of select="normalize-space(.)"/></title></titleInfo></relatedItem></xsl:template>
  <xsl:template match="dc:relation"><relatedItem><identifier><xsl:value-of select="."/></identifier></relatedItem></xsl:template>

  <xsl:template match="dc:identifier">
    <xsl:choose>
      <xsl:when test="starts-with(., 'https://doi.org/')"><identifier type="doi"><xsl:value-of select="substring-after(., 'doi.org/')"/></identifier></xsl:when>
      <xsl:when test="starts-with(., 'ISSN:')"><identifier type="issn"><xsl:value-of select="substring-after(., 'ISSN:')"/></identifier></xsl:when>
      <xsl:when test="starts-with(., 'ISBN:')"><identifier type="isbn"><xsl:value-of select="substring-after(., 'ISBN:')"/></identifier></xsl:when>
      <xsl:when test="starts-with(., 'http')"><location><url><xsl:value-of select="."/></url></location></xsl:when>
      <xsl:otherwise><identifier><xsl:value-of select="."/></identifier></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="dc:rights"><accessCondition type="use and reproduction"><xsl:value-of select="normalize-space(.)"/></accessCondition></xsl:template>
</xsl:stylesheet>
